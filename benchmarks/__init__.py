"""How fast bulletcoach is, beside the floors it stands on: `python -m benchmarks` in a checkout.

    stock, corpus    words (corpus.toml), and the bullets made of them
    resumes, formats the bullets in invented résumés, and those as text, Markdown and LaTeX
    launcher         starts processes and takes their time and memory; lean, a program of its own
    measuring        whole processes, run in turns
    figures          medians, paired ratios, and the rows of the table
    commands         bulletcoach, the floors and the peers as commands
    programs/        the floors' programs, and the one that splits bulletcoach's own time
    workshop, sizes  what a scenario works with: a folder, a stopwatch, how much and how often
    scenarios/       what is measured; one module for each part of the table
    machine, table   where it was measured, and how it is shown

`plain_list.py` is about something else, namely whether verdicts are right.
"""
