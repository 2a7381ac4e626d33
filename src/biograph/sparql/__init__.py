"""SPARQL as text: its tokens, the prefixes everyone may use, what is refused before it runs, errors in words."""

from biograph.namespaces import PREFIXES, QUERY_PREFIXES
from biograph.sparql.lexer import Token, tokens
from biograph.sparql.mistakes import syntax_error
from biograph.sparql.vetting import Vetted, vet

__all__ = ["PREFIXES", "QUERY_PREFIXES", "Token", "Vetted", "syntax_error", "tokens", "vet"]
