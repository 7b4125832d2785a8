"""Golden cases of text generation; README.md in this folder tells how to run it.

Usage: make_golden.py WEIGHTS_FOLDER OUT.json     run once under each version of transformers, 4.28.1
first: it gives the cases of the Reference convention, 4.57.1 adds those of the HuggingFace one.
"""
import json
import os
import sys

import torch
import transformers
from transformers import OPTConfig, OPTForCausalLM, T5Config, T5ForConditionalGeneration

REFERENCE = transformers.__version__.startswith("4.28")
VOCABULARY, ITEMS, SOFT_PROMPT, QUANTUM = 12, 2, 3, 1024

CASES = {
    "greedy": dict(num_beams=1, max_new=8),
    "greedy_rep": dict(num_beams=1, max_new=8, min_new=5, repetition_penalty=1.5),
    "greedy_ngram2": dict(num_beams=1, max_new=9, min_new=6, no_repeat_ngram_size=2),
    "beam2_lp-1": dict(num_beams=2, max_new=8, length_penalty=-1.0),
    "beam3": dict(num_beams=3, max_new=8),
    "beam3_lp0": dict(num_beams=3, max_new=8, length_penalty=0.0, num_captions=2),
    "beam3_lp0.5": dict(num_beams=3, max_new=8, length_penalty=0.5),
    "beam3_lp2": dict(num_beams=3, max_new=8, length_penalty=2.0, num_captions=3),
    "beam3_min6": dict(num_beams=3, max_new=8, min_new=6),
    "beam3_rep0.8": dict(num_beams=3, max_new=8, repetition_penalty=0.8),
    "beam4_rep1.5": dict(num_beams=4, max_new=8, min_new=3, repetition_penalty=1.5),
    "beam3_ngram1": dict(num_beams=3, max_new=6, no_repeat_ngram_size=1),
    "beam4_ngram2": dict(num_beams=4, max_new=9, min_new=5, no_repeat_ngram_size=2),
    "beam4_short": dict(num_beams=4, max_new=4, min_new=2, num_captions=4),
    "beam5_one": dict(num_beams=5, max_new=1, num_captions=2),
}
HUGGING_FACE_CASES = {
    "beam4_early": dict(num_beams=4, max_new=8, early_stopping=True, num_captions=2),
    "beam3_never": dict(num_beams=3, max_new=8, early_stopping="never", length_penalty=2.0),
    "beam3_never_lp-1": dict(num_beams=3, max_new=8, early_stopping="never", length_penalty=-1.0),
    "beam4_all": dict(num_beams=4, max_new=8, min_new=3, repetition_penalty=1.5, no_repeat_ngram_size=2,
                      length_penalty=0.5),
}


def joined(values):
    return " ".join(map(str, values))


def numbers(text):
    return [int(value) for value in text.split()]


def quantised(model, logits, prefixes):
    """Last logits made peaked, the end token more likely, and whole 1/1024ths: what the table holds."""
    last = logits[:, -1].detach() * model.scale
    last[:, model.end] += model.end_bonus
    last[:, model.config.pad_token_id] = -20  # never written, so that padding can be told from text
    rows = []
    for prefix, row in zip(prefixes.tolist(), torch.round(last * QUANTUM).tolist()):
        rows.append(model.tables[model.item].setdefault(joined(prefix), joined(map(int, row))))
    logits = logits.clone()
    logits[:, -1] = torch.tensor([numbers(row) for row in rows]) / QUANTUM
    return logits


class SoftPromptOpt(OPTForCausalLM):
    """Is fed a soft prompt of its item and the new tokens; the ids in front only count for generate."""

    def prepare_inputs_for_generation(self, input_ids, **kwargs):
        return {"input_ids": input_ids}

    def forward(self, input_ids=None, **kwargs):
        new = input_ids[:, len(self.history):]
        soft = self.soft_prompts[self.item].expand(len(new), -1, -1)
        embeds = torch.cat([soft, self.get_input_embeddings()(new)], 1)
        out = super().forward(inputs_embeds=embeds, use_cache=False, return_dict=True)
        out.logits = quantised(self, out.logits, new)
        return out


class RecordedT5(T5ForConditionalGeneration):
    def forward(self, *args, decoder_input_ids=None, **kwargs):
        out = super().forward(*args, decoder_input_ids=decoder_input_ids, **kwargs)
        out.logits = quantised(self, out.logits, decoder_input_ids[:, 1:])
        return out


def opt(weights):
    config = OPTConfig(vocab_size=VOCABULARY, hidden_size=16, num_hidden_layers=2, ffn_dim=32, num_attention_heads=2,
                       max_position_embeddings=32, word_embed_proj_dim=16, init_std=0.4, pad_token_id=1,
                       bos_token_id=2, eos_token_id=2, dropout=0.0)
    torch.manual_seed(5)
    model = SoftPromptOpt(config)
    model.history = [2] if REFERENCE else [11, 11, 11, 2, 7]
    return prepared(model, weights, scale=0.25, end_bonus=1.0, end=2, soft=SOFT_PROMPT)


def t5(weights):
    config = T5Config(vocab_size=VOCABULARY, d_model=16, d_kv=8, d_ff=32, num_layers=2, num_decoder_layers=2,
                      num_heads=2, pad_token_id=0, eos_token_id=1, decoder_start_token_id=0,
                      tie_word_embeddings=False, initializer_factor=1.0, dropout_rate=0.0)
    torch.manual_seed(6)
    model = RecordedT5(config)
    model.history = [0]
    return prepared(model, weights, scale=0.15, end_bonus=0.6, end=1, soft=SOFT_PROMPT)


def prepared(model, weights, scale, end_bonus, end, soft):
    """Both versions must run the same weights: the first run stores them."""
    width = model.get_input_embeddings().weight.shape[1]
    model.soft_prompts = torch.nn.Parameter(torch.randn(ITEMS, soft, width) * 0.7)
    if os.path.exists(weights):
        missing = model.load_state_dict(torch.load(weights), strict=False)
        assert not missing.unexpected_keys, missing
    else:
        torch.save(model.state_dict(), weights)
    model.scale, model.end_bonus, model.end = scale, end_bonus, end
    return model.eval()


def options_of(case):
    options = {key: value for key, value in case.items() if key not in ("max_new", "min_new", "num_captions")}
    if REFERENCE:  # one id stands in front and is counted
        options.update(max_length=case["max_new"] + 1, min_length=case.get("min_new", 0) + 1)
    else:
        options.update(max_new_tokens=case["max_new"], min_new_tokens=case.get("min_new") or None)
    return dict(options, num_return_sequences=case.get("num_captions", 1), do_sample=False, use_cache=False,
                return_dict_in_generate=True, output_scores=True)


def new_tokens(row, model):
    tokens = row[len(model.history):].tolist()
    if model.end in tokens:
        return tokens[:tokens.index(model.end) + 1]
    while tokens and tokens[-1] == model.config.pad_token_id:
        tokens.pop()
    return tokens


def mean_log_probability(tokens, table):
    total = 0.0
    for i, token in enumerate(tokens):
        row = torch.tensor(numbers(table[joined(tokens[:i])]), dtype=torch.float64) / QUANTUM
        total += torch.log_softmax(row, 0)[token].item()
    return total / len(tokens)


def captions(model, item, case):
    model.item = item
    if isinstance(model, RecordedT5):
        inputs = torch.tensor([[3 + item, 7, 9 - item, 5]])
        out = model.generate(input_ids=inputs, **options_of(case))
    else:
        out = model.generate(input_ids=torch.tensor([model.history]), **options_of(case))
    found = [new_tokens(row, model) for row in out.sequences]
    if case["num_beams"] > 1:
        scores = out.sequences_scores.tolist()
    else:
        scores = [mean_log_probability(tokens, model.tables[item]) for tokens in found]
    return [{"tokens": joined(tokens), "score": round(score, 7)} for tokens, score in zip(found, scores)]


def main(folder, target):
    golden = {"quantum": QUANTUM, "vocabulary": VOCABULARY, "models": {}}
    if os.path.exists(target):
        with open(target) as file:
            golden = json.load(file)
    cases = CASES if REFERENCE else {**CASES, **HUGGING_FACE_CASES}
    for name, build in (("opt", opt), ("t5", t5)):
        model = build(os.path.join(folder, name + ".pt"))
        entry = golden["models"].setdefault(
            name, {"end_token": model.end, "conventions": {}, "tables": [{} for _ in range(ITEMS)]})
        model.tables = entry["tables"]
        with torch.no_grad():
            found = {case: {"options": options, "items": [captions(model, i, options) for i in range(ITEMS)]}
                     for case, options in cases.items()}
        entry["conventions"]["Reference" if REFERENCE else "HuggingFace"] = {
            "history": joined(model.history), "cases": found}
    with open(target, "w") as file:
        json.dump(golden, file, indent=1)
        file.write("\n")


main(*sys.argv[1:])
