"""The step of `regionblip bench train` by Hugging Face transformers and PEFT: BLIP-2 of the same shape with
random weights, LoRA on the query and value projections of Q-Former and language model, one picture per
caption, as the libraries offer it. Prints one JSON object."""
import json
import sys
import time

import peft
import torch
import transformers
from transformers import Blip2Config, Blip2ForConditionalGeneration, Blip2QFormerConfig, Blip2VisionConfig, OPTConfig

shape, captions, tokens, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
if shape == "mini":
    vision = dict(hidden_size=192, intermediate_size=768, num_hidden_layers=6, num_attention_heads=6, image_size=112)
    qformer = dict(hidden_size=192, num_hidden_layers=4, num_attention_heads=6, intermediate_size=576, encoder_hidden_size=192)
    text = dict(vocab_size=538, hidden_size=192, word_embed_proj_dim=192, num_hidden_layers=4, num_attention_heads=6, ffn_dim=576)
    queries = 12
else:
    vision = dict(hidden_size=1408, intermediate_size=6144, num_hidden_layers=39, num_attention_heads=16, image_size=224)
    qformer = {}
    text = dict(vocab_size=50272, hidden_size=2560, word_embed_proj_dim=2560, num_hidden_layers=32, num_attention_heads=32, ffn_dim=10240)
    queries = 32
config = Blip2Config.from_vision_qformer_text_configs(
    Blip2VisionConfig(**vision), Blip2QFormerConfig(**qformer), OPTConfig(**text), num_query_tokens=queries)
config.image_token_index = text["vocab_size"] - 1
with torch.device("meta"):
    model = Blip2ForConditionalGeneration(config)
model = model.to_empty(device="cpu")
with torch.no_grad():
    for name, value in list(model.named_parameters()) + list(model.named_buffers()):
        if value.is_floating_point():
            value.fill_(1) if value.dim() == 1 and name.endswith("weight") else value.uniform_(-0.03, 0.03)
        elif "position_ids" in name:
            value.copy_(torch.arange(value.shape[-1]).expand_as(value))
model.tie_weights()
model = peft.get_peft_model(model, peft.LoraConfig(
    r=8, lora_alpha=1, target_modules=r".*(qformer.*attention\.(query|value)|language_model.*\.(q_proj|v_proj))"))
model.eval()  # no dropout, as in the other
optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=1e-4)
pixels = torch.rand(captions, 3, vision["image_size"], vision["image_size"])
words = torch.randint(4, text["vocab_size"] - 1, (captions, tokens))
ids = torch.cat([torch.full((captions, queries), config.image_token_index), words], 1)
labels = ids.masked_fill(ids == config.image_token_index, -100)


def step():
    optimizer.zero_grad()
    model(pixel_values=pixels, input_ids=ids, attention_mask=torch.ones_like(ids), labels=labels).loss.backward()
    optimizer.step()


step()
start = time.perf_counter()
for _ in range(steps):
    step()
print(json.dumps({"transformers": transformers.__version__, "peft": peft.__version__,
                  "step_seconds": (time.perf_counter() - start) / steps}))
