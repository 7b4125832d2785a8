"""BLIP-2 of a published shape with random weights, for the scripts beside this one."""
import torch
from transformers import Blip2Config, Blip2ForConditionalGeneration, Blip2QFormerConfig, Blip2VisionConfig, OPTConfig


def random_blip2(shape):
    """The model, in the default dtype and in evaluation mode, and its number of query tokens."""
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
    model = model.to_empty(device="cpu").eval()
    with torch.no_grad():
        for name, value in list(model.named_parameters()) + list(model.named_buffers()):
            if value.is_floating_point():
                value.fill_(1) if value.dim() == 1 and name.endswith("weight") else value.uniform_(-0.03, 0.03)
            elif "position_ids" in name:
                value.copy_(torch.arange(value.shape[-1]).expand_as(value))
    model.tie_weights()
    return model, queries
