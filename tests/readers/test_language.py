"""English résumés are English, however terse; others are told by their function words or their script."""

from __future__ import annotations

import pytest

from bulletcoach.language import detect
from bulletcoach.lexicon.records import LanguageEntry

ENGLISH = [
    "",
    "Gestion des appels entrants",
    "Answered phones",
    # no articles, names, tools
    """
    Maria de la Cruz, Los Angeles, La Jolla, El Paso
    Zendesk Guide, Salesforce, Jira, SQL, Python, Kubernetes, React, PostgreSQL, Docker, AWS Lambda, GCP, Datadog
    - Reduced handle time 22%, AHT 6:40, CSAT 94%, NPS +12
    - Escalated tier 2 tickets, closed 40 daily, SLA 99%
    - Trained 8 agents, Genesys, Five9, Talkdesk
    """,
    # acronyms and headings only
    """
    JORDAN VALE
    SKILLS: CRM, AHT, FCR, QA, WFM, IVR, SLA, KPI, NPS, CSAT, SQL, VBA, SAP, ERP, POS, HRIS, ATS, LMS, ETL
    TOOLS: Zendesk, Freshdesk, Intercom, Kustomer, Gorgias, Aircall, Dialpad
    """,
    # foreign employers
    """
    Kundendienst Berater, Deutsche Telekom AG, Köln
    - Answered 60 calls a day from shops in Germany and Austria
    - Wrote the phone guide in German and English, used by all agents of the team
    Conseiller, Société Générale, Paris
    - Opened accounts for new customers and kept the desk open over the summer
    """,
    """
    Handled inbound calls. Resolved billing disputes. Processed refunds. Escalated complaints. Trained staff.
    Scheduled shifts. Audited tills. Counted stock. Greeted guests. Sold phones. Repaired tablets. Cleaned shelves.
    """,
    """
    Bilingual agent (Spanish): "para servirle" desk in San José, Santa Fe and Las Cruces. Answered calls for El Al,
    Banco do Brasil, La Quinta and Le Pain Quotidien; wrote macros and kept first reply under two hours for a year.
    """,
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(languages: list[LanguageEntry], text: str) -> None:
    assert detect(text, languages) == "en"


OTHERS = {
    "de": """
        Berufserfahrung: Kundenberater bei der Muster GmbH in Köln, seit 2019
        - Beantwortung von täglich 60 Anrufen und E-Mails zu Rechnungen und Verträgen
        - Einarbeitung neuer Kollegen sowie Pflege der Wissensdatenbank mit Zendesk
        - Verantwortlich für die Bearbeitung von Beschwerden im Bereich Logistik
        """,
    "fr": """
        Expérience professionnelle : conseiller clientèle chez Exemple SA depuis 2019
        - Gestion des appels entrants et des réclamations pour les clients de la région
        - Formation de nouveaux collègues et mise à jour de la base de connaissances avec Zendesk
        - Réduction du temps de traitement de 20 % par la création de modèles
        """,
    "es": """
        Experiencia laboral: agente de atención al cliente en Ejemplo S.A. desde 2019
        - Atención de 60 llamadas al día y gestión de reclamaciones de los clientes
        - Formación de nuevos compañeros y mantenimiento de la base de conocimientos con Zendesk
        - Reducción del tiempo de espera en un 20 % por la creación de plantillas
        """,
    "it": """
        Esperienza lavorativa: operatore del servizio clienti presso Esempio Srl dal 2019
        - Gestione delle chiamate in entrata e dei reclami con la piattaforma Zendesk
        - Formazione di nuovi colleghi e aggiornamento della base di conoscenze per il reparto
        - Riduzione dei tempi di attesa del 20 % con la creazione di modelli per gli operatori
        """,
    "pt": """
        Experiência profissional: atendente de suporte na Exemplo Ltda desde 2019
        - Atendimento de 60 chamadas por dia e tratamento das reclamações dos clientes
        - Formação de novos colegas e atualização da base de conhecimento com o Zendesk
        - Redução do tempo de espera em 20 % pela criação de modelos para a equipe
        """,
    "nl": """
        Werkervaring: medewerker klantenservice bij Voorbeeld BV, van 2019 tot heden
        - Beantwoorden van 60 telefoontjes per dag en het afhandelen van klachten van klanten
        - Inwerken van nieuwe collega's en bijhouden van de kennisbank met Zendesk voor het team
        - Verkorten van de wachttijd met 20 % door het maken van sjablonen
        """,
    "sv": """
        Arbetslivserfarenhet: kundtjänstmedarbetare på Exempel AB från 2019
        - Svarade på 60 samtal om dagen och hanterade klagomål från kunder i hela landet
        - Lärde upp nya kollegor och skötte kunskapsbanken i Zendesk samt rutiner för teamet
        - Kortade väntetiden med 20 % genom att skriva mallar för det vanligaste
        """,
    "pl": """
        Doświadczenie zawodowe: konsultant do spraw obsługi klienta w Przykład Sp. z o.o. od 2019
        - Odbieranie 60 telefonów dziennie oraz rozpatrywanie reklamacji przez portal
        - Szkolenie nowych pracowników i prowadzenie bazy wiedzy w Zendesku dla całego zespołu
        - Skrócenie czasu oczekiwania o 20 % przez przygotowanie szablonów na najczęstsze pytania
        """,
    "zh": """
        工作经历 客户服务专员 示例公司 二零一九年至今
        - 每天接听六十个电话，处理客户投诉和退款申请
        - 培训新员工，并使用 Zendesk 维护知识库，客户满意度提升百分之六
        """,
    "ja": """
        職歴 カスタマーサポート担当 例株式会社 二〇一九年から現在まで
        - 毎日六十件の電話に対応し、苦情や返金を処理しました
        - 新人の研修を担当し、Zendesk のナレッジベースを管理しました
        """,
    "ko": (
        "경력 고객 지원 담당자 예시 주식회사 매일 육십 건의 전화를 받고 고객 불만과 환불 요청을 처리했습니다 "
        "신입 사원을 교육하고 지식 베이스를 관리했습니다"
    ),
    "ru": """
        Опыт работы: специалист службы поддержки, ООО «Пример», с 2019 по настоящее время
        - Отвечал на шестьдесят звонков в день и разбирал жалобы клиентов в Zendesk
        """,
    "uk": """
        Досвід роботи: фахівець служби підтримки, ТОВ «Приклад», з 2019 і дотепер
        - Відповідав на шістдесят дзвінків щодня та розглядав скарги клієнтів у Zendesk
        """,
    "el": (
        "Εργασιακή εμπειρία: υπάλληλος εξυπηρέτησης πελατών, "
        "απαντούσα σε εξήντα κλήσεις την ημέρα και χειριζόμουν παράπονα"
    ),
    "ar": (
        "الخبرة العملية موظف خدمة عملاء أجبت على ستين مكالمة يوميا "
        "وعالجت شكاوى العملاء وطلبات استرداد الأموال في الشركة"
    ),
    "he": "ניסיון תעסוקתי נציג שירות לקוחות עניתי לשישים שיחות ביום וטיפלתי בתלונות של לקוחות ובבקשות להחזר כספי בחברה",
    "hi": "कार्य अनुभव ग्राहक सेवा प्रतिनिधि प्रतिदिन साठ फोन कॉल का उत्तर दिया और ग्राहकों की शिकायतों का समाधान किया",
    "th": "ประสบการณ์ทำงาน เจ้าหน้าที่บริการลูกค้า รับสายโทรศัพท์วันละหกสิบสาย และแก้ไขข้อร้องเรียนของลูกค้า",
}


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages(languages: list[LanguageEntry], code: str) -> None:
    assert detect(OTHERS[code], languages) == code


def test_an_english_resume_that_lists_languages_in_their_scripts(languages: list[LanguageEntry]) -> None:
    text = "Answered calls from customers of three regions and wrote the guide for the team. " * 3
    assert detect(text + "Languages: 中文, 日本語, 한국어, Русский", languages) == "en"


def test_a_lexicon_may_give_the_letters_of_the_keyboard_to_a_language(languages: list[LanguageEntry]) -> None:
    own = LanguageEntry("tok", words=("toki",), letters=("a-z",))
    text = "answered the phones of the night desk and wrote down what people asked for every single day of the week"
    assert detect(text, languages) == "en"
    assert detect(text, [*languages, own]) == "tok"
