"""Small signs that settle an act: who introduces themselves, and what a flag alone does not prove."""

import re

INTRODUCES = re.compile(
    r"\bi(?:'m| am) (?:the (?:one|person) who|one of the|(?:the|a|an) (?!bit|little|lot|while|fan"
    r"|firm)[a-z-]+(?: [a-z-]+)? (?:in|on|at|for|here"
    r"|of)\b)|\bi (?:run|teach|lead|plan|drive|represent|clean|cook|coordinate|look after|work (?:in|on|for|at"
    r"|with)|do the|handle|keep the"
    r"|am responsible for)\b"
    r"|\bi(?:'ve| have) been (?:here|an? [a-z-]+|with (?:the|this)|in (?:the|this)) "
)
HEARSAY = re.compile(
    r"\b(?:hear|heard|hears|apparently|people|everyone|they say|said that|talk|word|rumou?rs?|gossip|seems?"
    r"|supposedly|know why|knows"
    r"|affair|fell out|fired|pushed|leaving|divorc\w+|drink\w*|secretly|someone|somebody|told me)\b"
)
SECRET = re.compile(
    r"\b(?:between|quiet|secret|don't (?:tell|repeat|say|pass|mention)|please|private|confiden\w+|anonym\w+|name)\b|\?"
)
"""Without one of these a flag alone makes no gossip, and no wish for secrecy."""
BITTER = re.compile(
    r"\b(?:never|won't|doesn't|does not|can't|not|no (?:idea|time)|ignor\w+|refus\w+|block\w+|useless|terrible"
    r"|micro\w+|but|only"
    r"|worst|bad|stress\w*|unfair)\b"
)
"""Words that keep a flagged complaint a complaint even where something good is said as well."""
