"""The frames of documents, diplomacy and cooperation: which event a sentence tells."""
import pytest
from telling import cases, read_to_the_end, told

FAMILY = frozenset("signing ratification relations credentials message protest exercise exhibition aid".split())
DEGENERATE = (" signed", " I0", " letter to N0", " relations with", " million aid", " exercise", " , I0 and")
TOLD = {
    "signing:held": """
        Defence Ministers Jan Kos and Ivan Petrov signed a plan of cooperation for 2025.
        Minister Kos signed in Tallinn on Monday a protocol on cultural exchange with Minister Petrov.
        A memorandum of understanding on cyber defence was signed in Sofia.
        The agreement was initialled by Minister Kos and Minister Petrov.
        Slovakia and Peru ink agreement on air services
        An agreement on visa-free travel, signed by Minister Kos and Minister Petrov, closed the day.
        The visit ended with the signing of a protocol on cooperation in health.
        The two ministers put their names to a protocol on cooperation.
        The memorandum bears the signatures of Minister Kos and Minister Petrov.
        The signatures are those of Minister Kos and of Minister Petrov.
        Minister Kos inked it for Estonia and Minister Petrov for Bulgaria.
        The presidents witnessed the signing of an agreement on trade.
        Also signed was a memorandum on tourism.
        The ministers adopted a joint statement.
        The Governments of Estonia and Peru have concluded an agreement on social security.
        Notes were exchanged on Friday by Ambassador Petrov and Minister Kos.
        Minister Kos and Minister Petrov exchanged diplomatic notes.
        MoU signing ceremony held by Minister Kos and Minister Petrov
    """,
    "signing:planned": """
        The two ministers will sign a plan of cooperation for 2025.
        A memorandum of understanding is to be signed on Tuesday.
        It is expected that an agreement on education will be signed.
    """,
    "ratification:held": """
        The Parliament of Estonia ratified the agreement with Peru on extradition.
        The treaty between Estonia and Peru has entered into force.
        The agreement came into effect on 1 May.
        Lawmakers approved the treaty with Peru.
        The ratification of the agreement between Estonia and Peru was completed.
        The two countries exchanged instruments of ratification in Lima.
        Georgian parliament backs free trade deal with Peru
        The protocol took effect on 3 May.
    """,
    "ratification:planned": "The agreement will enter into force on 1 July.",
    "relations:held": """
        Estonia and Peru established diplomatic relations on 3 May.
        Diplomatic relations between Estonia and Peru were restored in March.
        Estonia severed diplomatic relations with Ruritania and Peru.
        Peru opened its embassy in Tallinn.
        The consulate general of Peru in Tallinn was officially opened on Monday.
        The presidents elevated bilateral relations to a strategic partnership.
        Since the establishment of diplomatic relations with Peru much has changed.
    """,
    "credentials:held": """
        Ambassador Ana Ruiz presented her credentials to President Kos.
        President Kos received the letters of credence of Ambassador Ana Ruiz.
        The credentials of Ambassador Ana Ruiz were accepted by President Kos.
        Minister Kos received copies of the credentials from Ambassador Ana Ruiz.
        Ambassador Ana Ruiz took leave of President Kos.
        Minister Kos bids farewell to Peruvian Ambassador
        Ambassador Ana Ruiz paid a farewell call on Minister Kos.
    """,
    "message:held": """
        President Kos sent a message of condolence to President Petrov.
        President Kos cabled his sympathies to President Petrov.
        Minister Kos wrote to his Peruvian counterpart Luis Ramos.
        In a letter to President Petrov, President Kos expressed his grief.
        President Kos received a letter from President Petrov.
        President Kos conveyed his condolences to President Petrov.
        A telegram has been sent to President Petrov by President Kos.
    """,
    "protest:held": """
        Estonia summoned the Peruvian ambassador on Monday.
        The Peruvian ambassador was summoned to the Foreign Ministry.
        Estonia expelled two Peruvian diplomats.
        A note of protest was handed to Ambassador Ana Ruiz.
        Estonia lodged a protest with the Government of Peru.
    """,
    "exercise:held": """
        Estonian and Latvian soldiers began a joint military exercise on Monday.
        The frigate of the Peruvian Navy docked at the port of Valparaiso.
        The multinational exercise opened in Tapa.
        The warship made a port call in Callao.
    """,
    "exhibition:held": """
        Minister Kos visited the defence exhibition in Lima.
        The trade fair opened in Lima on Monday.
    """,
    "aid:held": """
        Estonia donated ten ambulances to Ukraine.
        Ambassador Ana Ruiz handed over medical equipment to the hospital in Lima.
        Estonia pledged 5 million euros in humanitarian aid to Sudan.
        Two tonnes of rice were delivered to Sudan by the Government of Peru.
        Peru gets vaccine doses as gift from Estonia
        A consignment was flown in: Peru airlifted a shipment of tents to Sudan.
        The shipment of medicines arrived in Khartoum from Estonia.
    """,
    "": """
        Our countries will continue to develop relations in all fields.
        The two sides agreed on the need for closer cooperation.
        The president signed a decree on pensions.
        The report was issued by the ministry in March.
        Close relations with Peru matter to us.
        Parliament adopted the budget for next year.
        We want to provide support to all who need it.
        The Government opened a school in the capital.
        He committed to work on keeping prices low.
        They exchanged views on regional security.
        The minister established a working group on housing.
    """,
}


@pytest.mark.parametrize(("kind", "sentence"), cases(TOLD))
def test_a_sentence_tells_its_event(kind: str, sentence: str) -> None:
    assert kind in told(sentence, FAMILY) if kind else not told(sentence, FAMILY)


@pytest.mark.parametrize("words", DEGENERATE)
def test_degenerate_lines_end_in_time(words: str) -> None:
    read_to_the_end(words, FAMILY)
