"""Résumés that are open in the tests."""

from __future__ import annotations

MARKDOWN = """\
# Imani Okafor

## Experience

### Paramedic, Northlake Ambulance Service
2019 – present

- Responsible for checking the vehicle before each shift
- Répondait 🚑 – I trained 14 new colleagues
- Handled 🚑🚑 night calls and
  successfully kept the stock of medicines
- Cut handover time at the hospital from 22 to 9 minutes by writing a one-page form.

### Dispatcher, Tarn Valley Taxi
2016 – 2018

- Answered calls from drivers and helped them to find the way
- Was in charge of the lost property shelf
"""

LATEX = r"""\documentclass{article}
\usepackage{moderncv}
\begin{document}
\section{Experience}
\cventry{2018--2022}{Costume maker}{Harbour Street Theatre}{Leith}{}{
\begin{itemize}
  \item Responsible for \textbf{costumes} \& wigs
    for the touring company
  \item Cut fabric waste by 30\% by reusing patterns
\end{itemize}}
\input{parts/earlier}
\end{document}
"""

PART = r"""\cventry{2015--2018}{Seamstress}{Pike and Daughters}{Hull}{}{
\begin{itemize}
  \item Was in charge of alterations
\end{itemize}}
"""

YAML = """\
cv:
  name: Imani Okafor
  sections:
    experience:
      - company: Northlake Ambulance Service
        position: Paramedic
        highlights:
          - >-
            Responsible for checking the vehicle
            before each shift
          - Cut handover time from 22 to 9 minutes by writing a form
"""

README = """\
# tidepool

## Tasks

- Responsible for parsing the tables
- Helped with the parser
"""
