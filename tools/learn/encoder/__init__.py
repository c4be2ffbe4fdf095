"""How the encoder of `pipelines.coding.learned.encoder` is learnt: PyTorch, from the layers of a model that many texts have taught."""
