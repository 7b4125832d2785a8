"""The work of `regionblip bench caption` by Hugging Face transformers: BLIP-2 of the same shape with
random weights, a batch of one picture per region, as the library offers it. Prints one JSON object."""
import json
import sys
import time

import torch
import transformers
from random_blip2 import random_blip2

shape, regions, beams, tokens, precision = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
torch.set_default_dtype(torch.bfloat16 if precision == "bf16" else torch.float32)
model, queries = random_blip2(shape)
config = model.config


def seconds(batch):
    pixels = torch.rand(batch, 3, config.vision_config.image_size, config.vision_config.image_size)
    ids = torch.tensor([[config.image_token_index] * queries + [2]]).repeat(batch, 1)
    start = time.perf_counter()
    with torch.no_grad():
        model.generate(pixel_values=pixels, input_ids=ids, attention_mask=torch.ones_like(ids), num_beams=beams,
                       do_sample=False, max_new_tokens=tokens, min_new_tokens=tokens)
    return time.perf_counter() - start


first = seconds(1)
print(json.dumps({"version": transformers.__version__, "single_seconds": first, "batch_seconds": seconds(regions)}))
