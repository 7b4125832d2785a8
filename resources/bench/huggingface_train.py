"""The step of `regionblip bench train` by Hugging Face transformers and PEFT: BLIP-2 of the same shape with
random weights, LoRA on the query and value projections of Q-Former and language model, one picture per
caption, as the libraries offer it. Prints one JSON object."""
import json
import sys
import time

import peft
import torch
import transformers
from random_blip2 import random_blip2

shape, captions, tokens, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
model, queries = random_blip2(shape)
config = model.config
model = peft.get_peft_model(model, peft.LoraConfig(
    r=8, lora_alpha=1, target_modules=r".*(qformer.*attention\.(query|value)|language_model.*\.(q_proj|v_proj))"))
model.eval()  # no dropout, as in the other
optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=1e-4)
pixels = torch.rand(captions, 3, config.vision_config.image_size, config.vision_config.image_size)
words = torch.randint(4, config.text_config.vocab_size - 1, (captions, tokens))
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
