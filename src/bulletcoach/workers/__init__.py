"""The analysis spread over processes: bullets' texts out, their Facts back.

Only the analysis is spread. Workers see texts and the lexicon, never a file; who asks for a text's Facts gets the same
whether a worker has read it, or which one, or none. What workers need is imported with the first one.

`crew`      who reads texts: workers, or this process where there is little to do
`jobs`      how many workers there are to be: the option, the processors, what pays off
`ahead`     handing work out some steps before its results are needed
`pool`      Workers, each a `worker` that reads `pieces`, and what becomes of those of one that died
`starting`  how the processes are started and ended
`program`   what runs in them
`messages`  what is said between them and us
`faults`    what comes of a text, and what can go wrong
"""
