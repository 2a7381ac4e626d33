"""The analysers: text to sentences of tokens, one module a language."""
