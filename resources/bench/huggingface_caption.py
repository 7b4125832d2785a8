"""The work of `regionblip bench caption` by Hugging Face transformers: BLIP-2 of the same shape with
random weights, a batch of one picture per region, as the library offers it. Prints one JSON object."""
import json
import sys
import time

import torch
import transformers
from transformers import Blip2Config, Blip2ForConditionalGeneration, Blip2QFormerConfig, Blip2VisionConfig, OPTConfig

shape, regions, beams, tokens, precision = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
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
torch.set_default_dtype(torch.bfloat16 if precision == "bf16" else torch.float32)
with torch.device("meta"):
    model = Blip2ForConditionalGeneration(config)
model = model.to_empty(device="cpu").eval()
with torch.no_grad():
    for name, value in list(model.named_parameters()) + list(model.named_buffers()):
        if value.is_floating_point():
            value.fill_(1) if value.dim() == 1 and name.endswith("weight") else value.uniform_(-0.03, 0.03)
        elif "position_ids" in name:
            value.copy_(torch.arange(value.shape[-1]).expand_as(value))
model.tie_weights()


def seconds(batch):
    pixels = torch.rand(batch, 3, vision["image_size"], vision["image_size"])
    ids = torch.tensor([[config.image_token_index] * queries + [2]]).repeat(batch, 1)
    start = time.perf_counter()
    with torch.no_grad():
        model.generate(pixel_values=pixels, input_ids=ids, attention_mask=torch.ones_like(ids), num_beams=beams,
                       do_sample=False, max_new_tokens=tokens, min_new_tokens=tokens)
    return time.perf_counter() - start


first = seconds(1)
print(json.dumps({"version": transformers.__version__, "single_seconds": first, "batch_seconds": seconds(regions)}))
