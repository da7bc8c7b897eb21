"""What rewrites read like: the bullet, the kind of rewrite, and the text; None where none of that kind is to be made.

“[…]” stands for a blank whose words do not matter in that row; where they do, they are written out.
"""

from __future__ import annotations

import re

import pytest
from bullet_tables import cases, gap

from bulletcoach.model.document import Entry
from rewriting.writer import CURRENT, ENDED, GENERAL, SUPPORT, UNDATED, Told, Writer

MINIMAL, STRONG, STORY = "minimal", "strong", "story"


def _shown(told: Told, kind: str) -> str | None:
    rewrite = told.of(kind)
    return rewrite.text if rewrite is not None else None


def _is(text: str | None, expected: str | None) -> bool:
    """Whether the text is the expected one, “[…]” standing for any blank."""
    if text is None or expected is None:
        return text is expected
    return re.fullmatch(re.escape(expected).replace(re.escape("[…]"), r"\[[^\]]*\]"), text) is not None


def _check(bullet: str, kind: str, expected: str | None, told: Told) -> None:
    shown = _shown(told, kind)
    assert _is(shown, expected), f"“{bullet}”, {kind}:\n  have {shown}\n  want {expected}\nall of them:\n{told}"


# --- stock openers ---------------------------------------------------------------------------------------------------

OPENERS = [
    # with the verb behind them
    ("Was in charge of scheduling night shifts", MINIMAL, "Scheduled night shifts"),
    ("Responsible for processing invoices and filing receipts", MINIMAL, "Processed invoices and filed receipts"),
    ("Duties included greeting visitors and sorting mail", MINIMAL, "Greeted visitors and sorted mail"),
    ("In charge of opening and closing the shop", MINIMAL, "Opened and closed the shop"),
    ("Tasked with replying to guest reviews", MINIMAL, "Replied to guest reviews"),
    ("My responsibilities included booking travel for executives", MINIMAL, "Booked travel for executives"),
    ("Was tasked with rewriting the safety manual", MINIMAL, "Rewrote the safety manual"),
    ("Charged with auditing supplier contracts", MINIMAL, "Audited supplier contracts"),
    ("Was able to calm angry callers", MINIMAL, "Calmed angry callers"),
    ("Responsible for answering calls.", MINIMAL, "Answered calls."),
    # … with words that say nothing behind it
    ("My duties include, but are not limited to, ordering stock and cleaning tills", MINIMAL,
     "Ordered stock and cleaned tills"),
    ("Responsible for (but not limited to) ordering stock", MINIMAL, "Ordered stock"),
    ("responsible for answering calls", MINIMAL, "answered calls"),
    gap("the label with its colon is no opener", "Job duties: cleaning rooms and changing linen", MINIMAL,
        "Cleaned rooms and changed linen"),
    gap("a noun of the row stays beside the verbs", "Responsible for answering phones, mail sorting and filing",
        MINIMAL,
        "Answered phones, sorted mail and filed"),
    gap("a verb without an object is told as an act", "Responsible for training", MINIMAL, None),
    # with a noun behind them: the verb that says no more, by the noun
    ("Was in charge of the returns desk", MINIMAL, "Ran the returns desk"),
    ("Responsible for the front desk", MINIMAL, "Ran the front desk"),
    ("Responsible for a team of 9 agents", MINIMAL, "Managed a team of 9 agents"),
    ("Responsible for the weekly newsletter", MINIMAL, "Prepared the weekly newsletter"),
    ("Accountable for the petty cash", MINIMAL, "Handled the petty cash"),
    ("Resposible for stock counts", MINIMAL, "Conducted stock counts"),
    ("Am in charge of the wine list", MINIMAL, "Kept the wine list"),
    ("Responsible for AWS accounts", MINIMAL, "Managed AWS accounts"),
    ("Responsible for the maintenance of vending machines", MINIMAL, "Maintained vending machines"),
    ("Responsible for the training of new drivers", MINIMAL, "Trained new drivers"),
    # where no verb is sure, it is asked for
    ("Responsible for the north region", STRONG, "[What you did] for the north region, […]"),
    ("Responsible for the north region", MINIMAL, None),
    ("Responsible for two delivery vans", MINIMAL, None),
    ("In charge of the summer reading club", MINIMAL, None),
    gap("a capital that is only a beginning's stays", "Front desk", MINIMAL, "Ran front desk"),
    ("Tier 2 support", MINIMAL, None),
    ("Customer satisfaction", MINIMAL, None),
]  # fmt: skip

# --- nouns that hide a verb ------------------------------------------------------------------------------------------

NOUNS = [
    ("Processing of refunds", MINIMAL, "Processed refunds"),
    ("Processing of insurance claims for dental clinics", MINIMAL, "Processed insurance claims for dental clinics"),
    ("Preparation of quarterly tax returns", MINIMAL, "Prepared quarterly tax returns"),
    ("Supervision of 6 cleaners", MINIMAL, "Supervised 6 cleaners"),
    ("Loading and unloading of trucks", MINIMAL, "Loaded and unloaded trucks"),
    ("Installation and repair of boilers", MINIMAL, "Installed and repaired boilers"),
    ("Management of the Lisbon office", MINIMAL, "Managed the Lisbon office"),
    ("Coordination of volunteer rotas", MINIMAL, "Coordinated volunteer rotas"),
    ("Implementation of a new booking system", MINIMAL, "Implemented a new booking system"),
    ("Resolution of billing disputes", MINIMAL, "Resolved billing disputes"),
    ("Inventory management", MINIMAL, "Managed inventory"),
    ("Cash handling", MINIMAL, "Handled cash"),
    ("Data entry and validation", MINIMAL, "Entered and validated data"),
    ("Claims processing", MINIMAL, "Processed claims"),
    ("Order processing", MINIMAL, "Processed orders"),
    ("Escalation handling", MINIMAL, "Handled escalations"),
    ("Fact-checking of feature articles", MINIMAL, "Fact-checked feature articles"),
    ("Data entry of claim forms", MINIMAL, "Entered claim forms"),
    ("Successful management of a £2m budget", MINIMAL, "Managed a £2m budget"),
    ("Day-to-day management of the clinic", MINIMAL, "Managed the clinic"),
    ("Responsible for the day to day running of 140 servers", MINIMAL, "Ran 140 servers"),
    # several of them, each with its own thing
    ("Supplier evaluation and contract negotiation", MINIMAL, "Evaluated suppliers and negotiated contracts"),
    ("Scheduling of drivers and route planning", MINIMAL, "Scheduled drivers and planned routes"),
    ("Data analysis in R and preparation of figures", MINIMAL, "Analyzed data in R and prepared figures"),
    ("Onboarding of new hires, maintaining files and answering questions", MINIMAL,
        "Onboarded new hires, maintained files and answered questions"),
    ("Duties included lesson planning, marking homework and coaching the choir", MINIMAL,
        "Planned lessons, marked homework and coached the choir"),
    ("Food prep, dishwashing and stock rotation", MINIMAL, None),
    ("Responsible for lesson planning, marking and open days", MINIMAL,
        "Handled lesson planning, marking and open days"),
    # … and to whom it went is not what it was done to
    ("Responsible for retention calls to customers who wanted to leave", STRONG,
        "[What you did] for retention calls to customers who wanted to leave, […]"),
    ("Running of 12 shops including stock control, rotas and cash handling", MINIMAL,
        "Ran 12 shops including stock control, rotas and cash handling"),
    # behind a verb that says nothing by itself
    ("Performing routine maintenance and repair of pumps", MINIMAL,
     "Performed routine maintenance and repair of pumps"),
    ("Conducting training and coaching of new hires", MINIMAL, "Trained and coached new hires"),
    ("Handled the recruitment, training and scheduling of 35 volunteers", MINIMAL,
        "Recruited, trained and scheduled 35 volunteers"),
    ("Performed maintenance of pumps and valves", MINIMAL, "Maintained pumps and valves"),
    # … or of which only the later ones have an act
    ("Legal research and drafting of pleadings", MINIMAL, "Conducted legal research and drafted pleadings"),
    ("Marking of coursework and invigilation of exams", MINIMAL, None),
    # nouns that no act can be taken from
    ("Root cause analysis of picking errors", MINIMAL, "Conducted root cause analysis of picking errors"),
    ("Email marketing campaigns", MINIMAL, "Ran email marketing campaigns"),
    ("Weekly stock counts", MINIMAL, "Conducted weekly stock counts"),
    ("Monthly reports to the bar manager", STRONG, "[What you did] in monthly reports to the bar manager, […]"),
    ("Quarterly reports for the board", STRONG, "[What you did] in quarterly reports for the board, […]"),
    ("Various clerical tasks as needed", STRONG, "[What you did] in various clerical tasks as needed, […]"),
    ("Weekly cycle counts", MINIMAL, "Conducted weekly cycle counts"),
    ("Patch management for Windows servers", MINIMAL, "Managed patches for Windows servers"),
    ("Opening and closing procedures", MINIMAL, None),
    ("Responsible for hanging baskets in the square", MINIMAL, None),
    ("Kubernetes clusters", MINIMAL, "Maintained Kubernetes clusters"),
    gap("the parser reads waiting as a verb", "Waiting list", MINIMAL, None),
]  # fmt: skip

# --- tense -----------------------------------------------------------------------------------------------------------

IN_AN_ENDED_POST = [
    ("Answering calls from patients", MINIMAL, "Answered calls from patients"),
    ("Reading plans and cutting pipe to size", MINIMAL, "Read plans and cut pipe to size"),
    ("Answers calls from patients", MINIMAL, "Answered calls from patients"),
    ("Answer calls from patients", MINIMAL, "Answered calls from patients"),
    ("Greets guests and carries luggage", MINIMAL, "Greeted guests and carried luggage"),
    ("Manage a portfolio of 40 rental flats", MINIMAL, "Managed a portfolio of 40 rental flats"),
    ("Lead a crew of 12 roofers", MINIMAL, "Led a crew of 12 roofers"),
    ("Was answering calls from tenants", MINIMAL, "Answered calls from tenants"),
    ("Have trained 12 cashiers", MINIMAL, "Trained 12 cashiers"),
    ("Had been managing two warehouses", MINIMAL, "Managed two warehouses"),
    ("Duties include restocking shelves", MINIMAL, "Restocked shelves"),
    ("Answered calls from patients", MINIMAL, None),
    gap("a base form in a row of gerunds stays", "Answering phones, booking appointments and greet visitors", MINIMAL,
        "Answered phones, booked appointments and greeted visitors"),
    gap("the row mixes tenses and is left so", "Wrote the handbook and train new hires", MINIMAL,
        "Wrote the handbook and trained new hires"),
]  # fmt: skip
IN_A_CURRENT_POST = [
    ("Answering calls from patients", MINIMAL, "Answer calls from patients"),
    ("Answers calls from patients", MINIMAL, "Answer calls from patients"),
    ("Answer calls from patients", MINIMAL, None),
    ("Responsible for scheduling night shifts", MINIMAL, "Schedule night shifts"),
    ("Was in charge of scheduling night shifts", MINIMAL, "Scheduled night shifts"),
    ("Duties include restocking shelves", MINIMAL, "Restock shelves"),
    ("Duties included restocking shelves", MINIMAL, "Restocked shelves"),
    ("Processing of refunds", MINIMAL, "Process refunds"),
    ("Handles billing inquiries", MINIMAL, "Handle billing inquiries"),
    ("Handles billing inquiries", STRONG, "Handle […] billing inquiries, […]"),
    ("Manage a team of 12 agents", STRONG, "Manage a team of 12 agents, [raising customer satisfaction from X to Y]"),
    ("Led the archive move", STRONG, "Led the archive move, […]"),
    ("Cutting waste by 12% through a new rota", MINIMAL, "Cut waste by 12% through a new rota"),
    ("Setting up market stalls", MINIMAL, "Set up market stalls"),
    ("Tickets are closed by me", MINIMAL, "Close tickets"),
    ("Refunds were processed by me", MINIMAL, "Processed refunds"),
]  # fmt: skip
IN_AN_UNDATED_POST = [
    ("Answering calls from patients", MINIMAL, "Answered calls from patients"),
    ("Answers calls from patients", MINIMAL, "Answer calls from patients"),
    ("Answer calls from patients", MINIMAL, None),
    ("Responsible for scheduling night shifts", MINIMAL, "Scheduled night shifts"),
    ("Processing of refunds", MINIMAL, "Processed refunds"),
    ("Manage a team of 12 agents", STRONG, "Manage a team of 12 agents, […]"),
    ("Answered 60 calls a day", STRONG, "Answered 60 calls a day, […]"),
]  # fmt: skip

# --- passives and pronouns -------------------------------------------------------------------------------------------

AGENTS = [
    ("Refunds were processed by me", MINIMAL, "Processed refunds"),
    ("New starters were trained by myself", MINIMAL, "Trained new starters"),
    ("Invoices were checked daily", MINIMAL, "Checked invoices daily"),
    ("Invoices were checked and filed", MINIMAL, "Checked and filed invoices"),
    ("Queries were triaged and assigned to the right desk", MINIMAL,
        "Triaged and assigned queries to the right desk"),
    ("Questions were answered by phone and email", MINIMAL, "Answered questions by phone and email"),
    ("Refund requests were approved by me up to £250", MINIMAL, "Approved refund requests up to £250"),
    ("Data was pulled from three systems and checked for gaps", MINIMAL,
        "Pulled data from three systems and checked it for gaps"),
    ("Guests were escorted to their rooms and shown the lounge", MINIMAL,
        "Escorted guests to their rooms and showed them the lounge"),
    ("Patients were assessed on arrival and care plans updated weekly", MINIMAL,
        "Assessed patients on arrival and updated care plans weekly"),
    ("Bugs were fixed and features were added", MINIMAL, "Fixed bugs and added features"),
    ("Minutes taken at weekly meetings", MINIMAL, "Took minutes at weekly meetings"),
    ("Samples logged, labeled and stored at -80 °C", MINIMAL, "Logged, labeled and stored samples at -80 °C"),
    # what others did, whom a passive need not name
    ("Our team was shortlisted for a trust award", MINIMAL, None),
    ("My work was featured in the local paper", MINIMAL, None),
    ("Project was chosen for the national exhibition", MINIMAL, None),
    gap("nothing marks it as others' choice", "Two papers were accepted at a conference", MINIMAL, None),
    ("Staff trained on new procedures", MINIMAL, None),
    ("Minutes taken and skimmed each week", MINIMAL, None),
    ("Sales increased", MINIMAL, None),
    ("Reports were drafted and received praise", STRONG, None),
    ("Tables were cleared, relaid and sanitized between sittings", MINIMAL, None),
    ("New starters were trained by me and my colleague", MINIMAL, None),
    ("Calls were dealt with by me", STRONG, None),
    ("Tickets were closed by the night team", MINIMAL, None),
    ("Tickets were closed by the night team", STRONG,
     "[Your own part] when tickets were closed by the night team, […]"),
    ("Deliveries were signed for by the warehouse manager", MINIMAL, None),
    ("Was promoted to shift lead", MINIMAL, None),
    ("Was promoted to shift lead", STRONG, None),
    ("I answered calls from tenants", MINIMAL, "Answered calls from tenants"),
    ("I trained 12 cashiers and wrote their handbook", MINIMAL, "Trained 12 cashiers and wrote their handbook"),
    ("Trained my colleagues on the till", STRONG, "Trained colleagues on the till, […]"),
    gap("a possessive behind a preposition stays", "Trained cashiers on my till", MINIMAL,
        "Trained cashiers on the till"),
    ("I helped with the stock count", MINIMAL, "Helped with the stock count"),
    ("I helped with the stock count", STRONG, "[Your own part] in the stock count, […]"),
    # what we did stays ours
    ("We answered 60 calls a day", MINIMAL, None),
    ("We answered 60 calls a day", STRONG, "Together with [whom], answered 60 calls a day, […]"),
    ("We cut churn by calling lapsed members", MINIMAL, None),
    ("Jointly ran the returns desk", STRONG, "Jointly ran the returns desk, […]"),
    ("Cut churn with the team", STRONG, "Cut churn with the team, […]"),
    ("Co-wrote the style guide", STRONG, "Co-wrote the style guide, […]"),
    ("We cut waiting times at the clinic", STRONG,
     "Together with [whom], cut waiting times at the clinic [from X to Y]"),
    # what others did is theirs
    ("My manager approved refunds", MINIMAL, None),
    ("Engineering shipped the fix after I traced it", MINIMAL, None),
    ("Was asked to help with the audit", MINIMAL, "Helped with the audit"),
    ("Processing of refunds by the billing team", MINIMAL, None),
    ("Jointly responsible for the front desk", STRONG, "[Your own part] in the front desk, […]"),
    ("Partly responsible for payroll", STRONG, "[Your own part] in payroll, […]"),
    gap("shared responsibility has no minimal rewrite", "Jointly responsible for the front desk", MINIMAL,
        "Jointly ran the front desk"),
    gap("part of the responsibility has no minimal rewrite", "Partly responsible for payroll", MINIMAL,
        "Partly processed payroll"),
    ("Not responsible for cash", MINIMAL, None),
    ("Not responsible for cash", STRONG, None),
    gap("a row of gerunds behind an opener that helps takes two forms",
        "Duties included supporting the nurses and helping with meals", MINIMAL,
        "Supported the nurses and helped with meals"),
]  # fmt: skip

# --- words that go, words that stay ----------------------------------------------------------------------------------

WORDS = [
    ("Successfully trained new cashiers", MINIMAL, "Trained new cashiers"),
    ("Effectively managed the archive", MINIMAL, "Managed the archive"),
    ("Provided excellent customer service to guests", MINIMAL, "Provided customer service to guests"),
    ("Delivered world-class support to hotel guests", MINIMAL, "Delivered support to hotel guests"),
    ("Answered letters in a timely manner", MINIMAL, "Answered letters"),
    ("Trained cashiers in a fast-paced environment", MINIMAL, "Trained cashiers"),
    ("Ran an extremely busy till", MINIMAL, "Ran a busy till"),
    ("Led an excellent team of nurses", MINIMAL, "Led a team of nurses"),
    ("Managed an innovative loyalty scheme", MINIMAL, "Managed a loyalty scheme"),
    ("Built a dynamic employee portal", MINIMAL, "Built an employee portal"),
    ("Kept records in order to pass audits", MINIMAL, "Kept records to pass audits"),
    ("In order to save paper, moved invoices online", MINIMAL, "To save paper, moved invoices online"),
    ("Wrote reports on a daily basis", MINIMAL, "Wrote reports daily"),
    ("Transferred calls when required", MINIMAL, "Transferred calls as needed"),
    ("Escalated tickets as needed", MINIMAL, None),
    ("Escalated tickets as needed", STRONG, "Escalated […] tickets as needed, […]"),
    ("Wrote reports on a monthly basis", MINIMAL, "Wrote reports monthly"),
    ("Utilized Excel to track stock", MINIMAL, "Used Excel to track stock"),
    ("Spearheaded the archive move", MINIMAL, "Led the archive move"),
    ("Leveraged Tableau to report sales", MINIMAL, "Used Tableau to report sales"),
    ("Handled refunds, exchanges, etc.", MINIMAL, "Handled refunds and exchanges."),
    gap("a full stop stays where etc. went", "Processed refunds, exchanges, etc., ensuring satisfaction", MINIMAL,
        "Processed refunds and exchanges, ensuring satisfaction"),
    gap("of two joined adjectives the second, empty one stays", "Wrote a new and innovative onboarding guide", MINIMAL,
        "Wrote a new onboarding guide"),
    # names, acronyms, quotations, signs, capitals
    ("Responsible for managing iOS releases", MINIMAL, "Managed iOS releases"),
    ("Responsible for training agents on SAP and ServiceNow", MINIMAL, "Trained agents on SAP and ServiceNow"),
    ("Answering tickets in Zendesk, JIRA and HubSpot", MINIMAL, "Answered tickets in Zendesk, JIRA and HubSpot"),
    ("Responsible for writing “Calls made easy”, a guide", MINIMAL, "Wrote “Calls made easy”, a guide"),
    ('Duties included reading "a truly excellent book" to pupils', MINIMAL, 'Read "a truly excellent book" to pupils'),
    ("Responsible for maintaining ISO 9001 records", MINIMAL, "Maintained ISO 9001 records"),
    ("Responsible for staffing the help desk 24/7", MINIMAL, "Staffed the help desk 24/7"),
    ("Handling P1 tickets for R&D", MINIMAL, "Handled P1 tickets for R&D"),
    ("Responsible for Wi-Fi and A/V at trade fairs", MINIMAL, None),
    ("Responsible for answering e-mails (UK & Ireland)", MINIMAL, "Answered e-mails (UK & Ireland)"),
    ("Answered calls!", MINIMAL, None),
    ("Answered calls!", STRONG, "Answered […] calls, […]!"),
    gap("capitals throughout are not kept", "RESPONSIBLE FOR ANSWERING CALLS", MINIMAL, "ANSWERED CALLS"),
    # hedges and negations
    ("Responsible for answering about 60 calls a day", MINIMAL, "Answered about 60 calls a day"),
    ("Sorting up to 400 parcels a night", MINIMAL, "Sorted up to 400 parcels a night"),
    ("Responsible for training nearly 30 cashiers", MINIMAL, "Trained nearly 30 cashiers"),
    ("Responsible for 60+ accounts", MINIMAL, "Managed 60+ accounts"),
    gap("the sign hides the gerund's object", "Serving ~60 guests a day", MINIMAL, "Served ~60 guests a day"),
    ("Never missed a delivery slot", STRONG, "Never missed a delivery slot, […]"),
    ("Closing shifts without a single error", MINIMAL, "Closed shifts without a single error"),
]  # fmt: skip

# --- strong: verbs by their object -----------------------------------------------------------------------------------

VERBS = [
    ("Handled billing inquiries", STRONG, "Handled […] billing inquiries, […]"),
    ("Handled customer complaints", STRONG, "Handled […] customer complaints, […]"),
    ("Handled payroll", STRONG, "Handled payroll, […]"),
    gap("the parser reads claims as a verb", "Handled warranty claims", STRONG, "Processed […] warranty claims, […]"),
    ("Handled cash", STRONG, "Handled cash, […]"),
    ("Handled the archive", STRONG, "Handled the archive, […]"),
    ("Responded to emails from suppliers", STRONG, "Answered […] emails from suppliers, […]"),
    ("Responded to fire alarms", STRONG, "Responded to fire alarms, […]"),
    ("Dealt with angry guests", STRONG, "Dealt with angry guests, […]"),
    ("Dealt with angry callers", STRONG, "Dealt with angry callers, […]"),
    ("Dealt with complaints", STRONG, "Handled […] complaints, […]"),
    ("Dealt with problems", STRONG, "Handled […] problems, […]"),
    ("Performed audits", STRONG, "Ran […] audits, […]"),
    ("Performed surgery on dogs", STRONG, "Performed surgery on dogs, […]"),
    ("Did the payroll for 80 staff", STRONG, "Processed the payroll for 80 staff, […]"),
    ("Looked after residents", STRONG, "Cared for […] residents, […]"),
    ("Put together the rota", STRONG, "Put together the rota, […]"),
    ("Streamlined the returns process", STRONG, "Simplified the returns process, […]"),
    # answered is not resolved, processed not approved, handled not cut
    ("Answered customer complaints", STRONG, "Answered […] customer complaints, […]"),
    ("Processed refunds", STRONG, "Processed […] refunds, […]"),
    ("Trained new drivers", STRONG, "Trained […] new drivers, […]"),
    ("Got quotes from printers", STRONG, "Obtained […] quotes from printers, […]"),
    # verbs that say what was done as well as any other
    ("Provided customer support", STRONG, "Provided customer support, […]"),
    ("Conducted interviews", STRONG, "Conducted […] interviews, […]"),
    ("Got quotes from printers", MINIMAL, None),
]  # fmt: skip

# --- strong: sizes ---------------------------------------------------------------------------------------------------

SIZES = [
    ("Handled various complaints", STRONG, "Handled [N] complaints, […]"),
    ("Responsible for answering various customer questions", STRONG, "Answered […] customer questions, […]"),
    ("Wrote numerous help articles", STRONG, "Wrote […] help articles, […]"),
    ("Trained a lot of new drivers", STRONG, "Trained […] new drivers, […]"),
    ("Answered a high volume of calls", STRONG, "Answered […] calls, […]"),
    ("Took orders from a variety of guests", STRONG, "Took orders from […] guests, […]"),
    ("Answered a high volume of calls", MINIMAL, "Answered calls"),
    # a number that is there keeps its place, and is not asked for again
    ("Answered 60 calls a day", STRONG, "Answered 60 calls a day, [cutting average handle time from X to Y]"),
    ("Took 45 orders a shift", STRONG, "Took 45 orders a shift, […]"),
    ("Trained nearly 30 cashiers", STRONG, "Trained nearly 30 cashiers, […]"),
    ("Closed 1,200 tickets in 2022", STRONG, "Closed 1,200 tickets in 2022, […]"),
    ("Managed 45 accounts worth $3M", STRONG, "Managed 45 accounts worth $3M, […]"),
    # what comes again and again has a rate, what is there all the time has none
    ("Inspected valves", STRONG, "Inspected [N monthly] valves, […]"),
    ("Supervised cleaners", STRONG, "Supervised [N] cleaners, […]"),
    ("Answered customer calls", STRONG, "Answered [N daily] customer calls, […]"),
    # one number cannot count three acts, nor what has no plural
    ("Upsold desserts and wine", STRONG, "Upsold desserts and wine, […]"),
    ("Drove tractors at harvest", STRONG, "Drove tractors at harvest, […]"),
    ("Oversaw a budget of $2M", STRONG, "Oversaw a budget of $2M, […]"),
    # nothing to count
    ("Handled correspondence", STRONG, "Handled correspondence, […]"),
    ("Restocked shelves", STRONG, "Restocked shelves, […]"),
    ("Led the archive move", STRONG, "Led the archive move, […]"),
    ("Responsible for the front desk", STRONG, "Ran the front desk, […]"),
]  # fmt: skip

# --- strong: what is asked about the result, by what was worked on ---------------------------------------------------

RESULTS = [
    ("Answered customer calls and chats", SUPPORT, "[cutting average handle time from X to Y]"),
    ("Answered 60 calls a day", SUPPORT, "[cutting average handle time from X to Y]"),
    ("Processed refunds", SUPPORT, "[cutting refund turnaround from X to Y]"),
    ("Onboarded new customers", SUPPORT, "[cutting time to value from X to Y]"),
    ("Handled escalations", SUPPORT, "[solving X without further escalation]"),
    ("Managed a team of 12 agents", SUPPORT, "[raising customer satisfaction from X to Y]"),
    ("Monitored queues", SUPPORT, "[cutting average wait time from X to Y]"),
    ("Wrote knowledge base articles", SUPPORT, "[raising ticket deflection from X to Y]"),
    ("Managed enterprise accounts", SUPPORT, "[raising customer retention from X to Y]"),
    ("Trained new hires", SUPPORT, "[cutting ramp-up time from X to Y]"),
    ("Coached agents on tone", SUPPORT, "[raising QA scores from X to Y]"),
    ("Moderated an online forum", SUPPORT, "[growing active members from X to Y]"),
    ("Designed the post-chat survey", SUPPORT, "[raising the survey response rate from X to Y]"),
    ("Scheduled night shifts", SUPPORT, "[cutting unfilled shifts from X to Y a month]"),
    ("Answered calls!", SUPPORT, "[cutting average handle time from X to Y]!"),
    gap("without a full stop the parser loses the object", "Answered calls", SUPPORT,
        "[cutting average handle time from X to Y]"),
    gap("improving is measured, not what was to be improved", "Responsible for improving retention", SUPPORT,
        "[improving retention from X to Y]"),
    gap("the patients are taken for what was worked on", "Answered calls from patients", SUPPORT,
        "[cutting average handle time from X to Y]"),
    # other work
    ("Tutored students", GENERAL, "[raising average grades from X to Y]"),
    ("Taught judo", GENERAL, "[raising attendance from X to Y]"),
    gap("the teaching decides, and says less than the pupils", "Taught pupils to read", GENERAL,
        "[raising pass rates from X to Y]"),
    ("Wrote Python scripts", GENERAL, "[saving N hours of manual work a week]"),
    ("Maintained elevators", GENERAL, "[cutting downtime from X to Y a month]"),
    ("Operated forklifts", GENERAL, "[working N months without an accident]"),
    gap("the forklifts decide, whether they are driven or mended", "Maintained forklifts", GENERAL,
        "[cutting downtime from X to Y a month]"),
    ("Cooked meals for 200 pupils", GENERAL, "[cutting food waste from X to Y]"),
    ("Sold shoes", GENERAL, "[beating the sales target by X]"),
    ("Cleaned rooms", GENERAL, "[raising inspection scores from X to Y]"),
    ("Handled cash", GENERAL, "[cutting cash differences from X to Y a week]"),
    ("Handled cash", SUPPORT, "[keeping cash accuracy at X]"),
    ("Zested lemons", GENERAL, "[what changed, from X to Y]"),
]  # fmt: skip

# --- stories ---------------------------------------------------------------------------------------------------------

STORIES = [
    # what was in the way first, asked for
    ("Onboarded new customers", STORY, None),
    ("Handled escalations", STORY, None),
    ("Responsible for training new hires", STORY, None),
    ("rolled out the new phone menu", STORY, "[…] by rolling out the new phone menu"),
    # a thing was made: the result first, asked for
    ("Built a rota tool in Excel", STORY, "[…] by building a rota tool in Excel"),
    ("Introduced a checklist for night audits", STORY, "[…] by introducing a checklist for night audits"),
    ("Was tasked with rewriting the safety manual", STORY, "[…] by rewriting the safety manual"),
    ("Set up a ticket queue for tenants", STORY, "[…] by setting up a ticket queue for tenants"),
    # a benefit at its end comes first, its size asked for
    ("Wrote a returns guide, reducing repeat calls", STORY,
     "Reduced repeat calls [from X to Y] by writing a returns guide"),
    ("Rebuilt the phone menu, cutting dropped calls", STORY,
     "Cut dropped calls [from X to Y] by rebuilding the phone menu"),
    # … and so do two that are joined, but not one that is joined to a further act
    ("Rebuilt the phone menu, cutting waits and freeing two agents for chat", STORY,
     "Cut waits and freed two agents for chat by rebuilding the phone menu"),
    ("Answered 50 calls a day from tenants, updating their details and passing repairs to the depot", STORY, None),
    gap("a benefit that is made so (faster) stays at the end", "Rebuilt the macro library, making replies faster",
        STORY,
        "Made replies faster […] by rebuilding the macro library"),
    # the size of a change that is named
    ("Increased membership", STRONG, "Increased membership [from X to Y]"),
    ("Reduced waste in the kitchen", STRONG, "Reduced waste in the kitchen [from X to Y]"),
    ("Wrote a returns guide, reducing repeat calls", STRONG,
     "Wrote a returns guide, reducing repeat calls [from X to Y]"),
    # … behind “fewer” in brackets
    ("Wrote a returns guide, leading to fewer repeat calls", STRONG,
     "Wrote a returns guide, leading to fewer repeat calls ([from X to Y])"),
    ("Wrote a guide, which led to fewer complaints", STORY,
     "Despite […], wrote a guide, which led to fewer complaints ([from X to Y])"),
    # the source's own problem is kept
    ("After the flood, rebuilt the paper archive", STRONG, "After the flood, rebuilt the paper archive, […]"),
    # every verb of the row takes the form
    ("Wrote a guide and printed it for tenants", STORY, "[…] by writing a guide and printing it for tenants"),
    gap("a base form in a row of gerunds stays", "Creating forms, logging faults and escalate them to tier 2", STORY,
        "[…] by creating forms, logging faults and escalating them to tier 2"),
    gap("the subject of another clause is taken for a verb of the row",
        "Made a shared tracker for parcels; couriers and agents both update it", STORY,
        "[…] by making a shared tracker for parcels; couriers and agents both update it"),
]  # fmt: skip

# What goes on has no obstacle that was overcome, nor has the routine of work that no field measures.
WITHOUT_STORY = [
    ("Handles billing inquiries", CURRENT, SUPPORT),
    ("Onboard new customers", CURRENT, SUPPORT),
    ("Cleaned rooms", ENDED, GENERAL),
    ("Restocked shelves", ENDED, GENERAL),
    ("Responsible for sorting mail", ENDED, GENERAL),
]


@pytest.mark.parametrize(("bullet", "entry", "field"), cases(WITHOUT_STORY))
def test_there_is_no_story_to_tell(bullet: str, entry: Entry, field: str, writer: Writer) -> None:
    (told,) = writer.told([bullet], entry, field)

    assert told.of(STRONG) is not None
    assert told.of(STORY) is None, str(told)


# --- acts only taken part in, and hopes ------------------------------------------------------------------------------

TAKING_PART = [
    ("Assisted with the launch of the app", STRONG, "[Your own part] in the launch of the app, […]"),
    ("Assisted nurses with transfers", STRONG, "[Your own part] to assist nurses with transfers, […]"),
    # … but to help those whom the job serves is an act
    ("Assisted customers with returns", STRONG, "Assisted […] customers with returns, […]"),
    ("Helped residents with bathing", STRONG, "Helped […] residents with bathing, […]"),
    # … and so is the means by which one helped
    ("Supported the office move by packing archives and briefing drivers", STRONG,
        "Packed archives and briefed drivers to support the office move, […]"),
    ("Supported the office move by packing archives, saving $900", STRONG,
        "[Your own part] to support the office move by packing archives, saving $900, […]"),
    ("Helped with recruitment by screening CVs and scheduling interviews", STRONG,
        "Screened CVs and scheduled interviews to help with recruitment, […]"),
    ("Helping with vaccination days by preparing consent forms and weighing dogs", MINIMAL,
        "Prepared consent forms and weighed dogs to help with vaccination days"),
    # … and what was done at a place of work
    ("Worked on the night shift picking orders", STRONG, "Picked orders on the night shift, […]"),
    ("Worked at an animal shelter walking dogs", MINIMAL, "Walked dogs at an animal shelter"),
    ("Worked in a busy kitchen", STRONG, "[What you did] in a busy kitchen, […]"),
    # what was taken part in is what it was for
    ("Involved in migrating the intranet", STRONG, "[Your own part] to migrate the intranet, […]"),
    ("Assisted with planning the gala and recruiting volunteers", STRONG,
        "[Your own part] to plan the gala and recruit volunteers, […]"),
    # … act by act in a list, but not in what it includes
    ("Assisted with planning the gala, booking the hall and recruiting volunteers", STRONG,
        "[Your own part] to plan the gala, book the hall and recruit volunteers, […]"),
    ("Assisted with planning the gala, including booking the hall and recruiting volunteers", STRONG,
        "[Your own part] to plan the gala, including booking the hall and recruiting volunteers, […]"),
    ("Worked on migrating jobs to Airflow", STRONG, "[What you did] to migrate jobs to Airflow, […]"),
    ("Assisted in training and rotas", STRONG, "[Your own part] in training and rotas, […]"),
    ("Worked on the returns desk", STRONG, "[What you did] on the returns desk, […]"),
    ("Worked on data entry of supplier records", STRONG, "[What you did] in data entry of supplier records, […]"),
    ("Helped cut handle time by 40 seconds", STRONG, "[Your own part] to help cut handle time by 40 seconds, […]"),
    ("Helped to write the staff handbook", STRONG, "[Your own part] to help write the staff handbook, […]"),
    ("Supported the rollout of Teams", STRONG, "[Your own part] to support the rollout of Teams, […]"),
    ("Participated in weekly stand-ups", STRONG, "[Your own part] in weekly stand-ups, […]"),
    ("Took part in the annual fire drill", STRONG, "[Your own part] in the annual fire drill, […]"),
    ("Involved in the redesign of the intranet", STRONG, "[Your own part] in the redesign of the intranet, […]"),
    ("Played a key role in the office move", STRONG, "[Your own part] in the office move, […]"),
    ("Part of a team that won an award", STRONG, "[Your own part] in a team that won an award, […]"),
    ("Was a member of the safety committee", STRONG, "[Your own part] as part of the safety committee, […]"),
    ("Contributed to the staff newsletter", STRONG, "[Your own part] towards the staff newsletter, […]"),
    ("Worked with engineers to fix bugs", STRONG, "[Your own part] with engineers to fix bugs, […]"),
    ("Tried to win back lapsed members", STRONG, "[Your own part] to win back lapsed members, […]"),
    ("Worked on the annual audit", STRONG, "[What you did: built, ran, fixed, checked] the annual audit, […]"),
    ("Served as deputy manager", STRONG, "[What you did] as deputy manager, […]"),
    ("Point of contact for vendors", STRONG, "[What you did] as the point of contact for vendors, […]"),
    ("Assisting with the payroll run", MINIMAL, "Assisted with the payroll run"),
    ("Supporting the sales team", MINIMAL, "Supported the sales team"),
    ("Helped customers", MINIMAL, None),
    ("Helped customers", STORY, None),
    ("Was asked to train new starters", MINIMAL, "Trained new starters"),
    ("One of 14 agents who answered the helpline", STRONG,
        "[What you did] as one of 14 agents who answered the helpline, […]"),
    # hopes and praise
    ("Called members to improve retention", STRONG, "Called […] members, [improving retention from X to Y]"),
    ("Updated prices to attract more guests", STRONG, "Updated prices to attract more guests, […]"),
    ("Answered letters, ensuring satisfaction", STRONG, "Answered […] letters, […]"),
    ("Booked contractors to ensure a smooth start", STRONG, "Booked […] contractors, […]"),
    ("Answered letters, ensuring satisfaction", STORY, None),
    # what was to be, and may not have come about
    ("Expected to reach 20 sales a week", MINIMAL, None),
    ("Expected to reach 20 sales a week", STRONG, "[What you did] to reach 20 sales a week, […]"),
    ("Was supposed to lead the audit", MINIMAL, None),
    ("Was supposed to lead the audit", STRONG, "[What you did] to lead the audit, […]"),
    ("Responsible for improving retention", MINIMAL, None),
    ("Responsible for improving retention", STORY, None),
    ("Responsible for improving retention", STRONG, "[What you did] to improve retention, […]"),
    ("In charge of reducing complaints", STRONG, "[What you did] to reduce complaints, […]"),
    ("Responsible for managing the team and improving performance", MINIMAL, None),
    ("Responsible for managing the team and improving performance", STRONG,
     "[What you did] to manage the team and improve performance, […]"),
    ("Duties included answering calls, reducing churn and training agents", STRONG,
     "[What you did] to answer calls, reduce churn and train agents, […]"),
    ("Responsible for management of the team and improvement of performance", MINIMAL, None),
    ("Tasked with winning new clients", MINIMAL, None),
    ("Tasked with winning new clients", STRONG, "[What you did] to win new clients, […]"),
    ("Responsible for cutting scrap by 18%", MINIMAL, None),
    ("Responsible for cutting scrap by 18%", STRONG, "[What you did] to cut scrap by 18%, […]"),
    ("Strong communication skills", STRONG, "[One time that shows it: what you did, and what came of it]"),
    ("Team player", MINIMAL, None),
    ("Must be able to lift 20 kg", STRONG, None),
    ("Perform other duties as assigned", STRONG, None),
]  # fmt: skip

# --- achievements need no more ---------------------------------------------------------------------------------------

ACHIEVEMENTS = [
    ("Cut scrap by 18%", MINIMAL, None),
    ("Cut scrap by 18%", STRONG, None),
    ("Cut scrap by 18%", STORY, None),
    ("Kept queue time under 2 minutes", STRONG, None),
    ("Shipped 1,200 parcels without a single loss", STRONG, None),
    ("I successfully cut scrap by 18%", MINIMAL, "Cut scrap by 18%"),
    ("I successfully cut scrap by 18%", STRONG, None),
    ("Successfully raised CSAT from 80% to 91%", MINIMAL, "Raised CSAT from 80% to 91%"),
    ("Cutting waste by 12% through a new rota", MINIMAL, "Cut waste by 12% through a new rota"),
    ("We raised CSAT from 80% to 91%", MINIMAL, None),
    ("Successfully trained 14 new agents, cutting ramp-up time from 9 to 6 weeks", MINIMAL,
        "Trained 14 new agents, cutting ramp-up time from 9 to 6 weeks"),
]  # fmt: skip

# --- forms of verbs, and spelling ------------------------------------------------------------------------------------

FORMS = [
    ("Leading a crew of 12 roofers", MINIMAL, "Led a crew of 12 roofers"),
    ("Responsible for overseeing cleaners", MINIMAL, "Oversaw cleaners"),
    ("Upselling room upgrades", MINIMAL, "Upsold room upgrades"),
    ("Troubleshooting router faults", MINIMAL, "Troubleshot router faults"),
    ("Setting up market stalls", MINIMAL, "Set up market stalls"),
    ("Responsible for setting up stages", MINIMAL, "Set up stages"),
    ("De-escalating disputes between tenants", MINIMAL, "De-escalated disputes between tenants"),
    ("Responsible for de-escalating calls", MINIMAL, "De-escalated calls"),
    ("Responsible for teaching judo", MINIMAL, "Taught judo"),
    ("Responsible for driving school buses", MINIMAL, "Drove school buses"),
    ("Responsible for reading gas meters", MINIMAL, "Read gas meters"),
    ("Responsible for writing speeches", MINIMAL, "Wrote speeches"),
    ("Responsible for running quizzes", MINIMAL, "Ran quizzes"),
    ("Responsible for keeping minutes", MINIMAL, "Kept minutes"),
    ("Responsible for following up with lapsed members", MINIMAL, "Followed up with lapsed members"),
    gap("binding is taken for a modifier, and a verb put before it", "Responsible for binding books", MINIMAL,
        "Bound books"),
    # verbs that the lexicon lacks
    ("Responsible for zesting lemons", MINIMAL, "Zested lemons"),
    ("Spinning wool", MINIMAL, "Spun wool"),
    ("Breeding alpacas", MINIMAL, "Bred alpacas"),
    # the source's own spelling
    ("Responsible for labelling parcels", MINIMAL, "Labelled parcels"),
    ("Responsible for labeling parcels", MINIMAL, "Labeled parcels"),
    ("Responsible for organising rotas", MINIMAL, "Organised rotas"),
    ("Responsible for organizing schedules", MINIMAL, "Organized schedules"),
    ("Analysing colour samples", MINIMAL, "Analysed colour samples"),
    ("Cancelling unpaid bookings", MINIMAL, "Cancelled unpaid bookings"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("bullet", "kind", "text"),
    cases(
        OPENERS
        + NOUNS
        + IN_AN_ENDED_POST
        + AGENTS
        + WORDS
        + VERBS
        + SIZES
        + STORIES
        + TAKING_PART
        + ACHIEVEMENTS
        + FORMS
    ),
)
def test_in_a_post_that_has_ended(bullet: str, kind: str, text: str | None, writer: Writer) -> None:
    _check(bullet, kind, text, *writer.told([bullet], ENDED))


@pytest.mark.parametrize(("bullet", "kind", "text"), cases(IN_A_CURRENT_POST))
def test_in_a_post_that_is_held(bullet: str, kind: str, text: str | None, writer: Writer) -> None:
    _check(bullet, kind, text, *writer.told([bullet], CURRENT))


@pytest.mark.parametrize(("bullet", "kind", "text"), cases(IN_AN_UNDATED_POST))
def test_in_a_post_without_dates(bullet: str, kind: str, text: str | None, writer: Writer) -> None:
    _check(bullet, kind, text, *writer.told([bullet], UNDATED))


@pytest.mark.parametrize(("bullet", "field", "asked"), cases(RESULTS))
def test_the_result_that_is_asked_for(bullet: str, field: str, asked: str, writer: Writer) -> None:
    (told,) = writer.told([bullet], ENDED, field)
    rewrite = told.of(STRONG)

    assert rewrite is not None
    assert rewrite.text.endswith(asked), str(told)


# --- several acts in one bullet --------------------------------------------------------------------------------------

# A list of duties, the one that is told, and the others as the note names them.
LISTS = [
    ("Took orders, wiped tables and emptied the till", "Took […] orders, […]", "wiped tables; emptied the till"),
    ("Answered calls, logged tickets and escalated outages", "Answered […] calls, […]",
     "logged tickets; escalated outages"),
    gap("one of the acts has no object of its own to the analysis",
        "Responsible for greeting guests, booking taxis and sorting mail", "Greeted […] guests, […]",
     "booking taxis; sorting mail"),
    gap("one of the acts has no object of its own to the analysis",
        "Cleaned rooms, changed linen, restocked minibars and answered guest requests", "Cleaned […] rooms, […]",
        "changed linen; restocked minibars; answered guest requests"),
]  # fmt: skip


@pytest.mark.parametrize(("bullet", "text", "others"), cases(LISTS))
def test_a_list_of_duties_is_told_as_its_first(bullet: str, text: str, others: str, writer: Writer) -> None:
    (told,) = writer.told([bullet])
    rewrite = told.of(STRONG)

    assert _is(_shown(told, STRONG), text), str(told)
    assert rewrite is not None
    assert others in rewrite.note


# A long bullet, and the two that it is shown as.
_CALLS = "nswered calls and emails from tenants, landlords and contractors about repairs, rent and keys"
_LOGS = "ogged each one in the tracker, and passed urgent leaks and gas alarms to the on-call engineer within the hour"
_DESK = "anaged the front desk of a 90-room hotel"
_TOURS = (
    "nswered guest questions about tours, taxis and restaurants while also checking guests in and out, taking payments "
    "and balancing the till at night"
)
LONG = [
    (f"A{_CALLS}, l{_LOGS}", f"A{_CALLS}", f"L{_LOGS}"),
    (f"M{_DESK} and a{_TOURS}.", f"M{_DESK}.", f"A{_TOURS}."),
]


@pytest.mark.parametrize(("bullet", "first", "second"), LONG, ids=["calls", "hotel"])
def test_a_long_bullet_is_shown_as_two(bullet: str, first: str, second: str, writer: Writer) -> None:
    (told,) = writer.told([bullet])
    rewrite = told.of(MINIMAL)

    assert rewrite is not None, str(told)
    assert (rewrite.text, "".join(part.text for part in rewrite.second)) == (first, second)
    assert "Two bullets" in rewrite.note


def test_a_short_bullet_is_shown_as_one(writer: Writer) -> None:
    for told in writer.told(
        ["Answering calls and logging tickets", "Responsible for answering calls, logging tickets"]
    ):
        assert [rewrite.second for rewrite in told.rewrites] == [()] * len(told.rewrites)


# --- verbs that are taken ---------------------------------------------------------------------------------------------


def test_another_verb_where_a_neighbour_has_the_first_one(writer: Writer) -> None:
    (alone,) = writer.told(["Handled billing inquiries"])
    (beside,) = writer.told(["Handled billing inquiries"], taken={"handle"})

    assert (_first_word(alone), _first_word(beside)) == ("Handled", "Fielded")


@pytest.mark.parametrize("taken", ["field", "answer", "handle"])
def test_the_verb_that_is_taken_is_not_chosen(taken: str, writer: Writer) -> None:
    (told,) = writer.told(["Handled billing inquiries"], taken={taken})

    assert _first_word(told).lower().removesuffix("ed") not in (taken, taken.removesuffix("e"))


def test_where_no_other_verb_fits_the_writers_own_stays(writer: Writer) -> None:
    (told,) = writer.told(["Translated menus into French"], taken={"translate"})

    assert _first_word(told) == "Translated"


def _first_word(told: Told) -> str:
    rewrite = told.of(STRONG)
    assert rewrite is not None
    return rewrite.text.split()[0]


def test_the_best_comes_first(writer: Writer) -> None:
    (told,) = writer.told(["Was tasked with rewriting the phone menu"])

    assert [rewrite.kind.value for rewrite in told.rewrites] == [STRONG, MINIMAL, STORY]
