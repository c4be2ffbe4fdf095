"""The frames of tributes, awards, ceremonies, commemorations and cultural events: which event a sentence tells."""
import pytest
from telling import JOURNEYS_AND_HONOURS, cases, lines, read_to_the_end, told

FAMILY = frozenset("tribute award ceremony commemoration cultural_event".split())
DEGENERATE = (" order of", " flowers laid", " ceremony on the occasion of", " was awarded the")
TOLD = {
    "tribute:held": """
        The guests paid tribute at the Memorial to the Victims of Genocide.
        A bouquet was put at the foot of the monument by the guests.
        First the guests went to Antakalnis Cemetery, where they left flowers.
        Roses were placed on the grave of the poet.
        The visitors honoured those who fell for freedom with a wreath at the Eternal Flame.
        Minister Petrov laid a wreath at the Tomb of the Unknown Soldier in Warsaw.
        Wreaths were placed at the cenotaph by the Ambassador of Nepal.
        The guests went to the national cemetery and bowed their heads.
        Flowers from the Ambassador of Nepal lie at the monument to the fallen.
        Minister Petrov paid homage to the victims of the war at the memorial.
        The Nepalese delegation brought flowers to the grave of the poet.
        Tribute was paid to the fallen soldiers by the Ambassador of Nepal.
        The President visited the mausoleum of the founder of Kenya.
        A wreath from the President of Kenya was laid at the Cenotaph.
        Minister Otieno stood in silence before the Eternal Flame.
        Minister Otieno honoured the fallen at the military cemetery in Sofia.
        The Kenyan guests knelt at the grave of the poet.
        With a wreath Minister Otieno honoured the unknown soldier.
        At the Monument to the Unknown Soldier, Minister Otieno laid flowers.
        The delegation bowed before the memory of the fallen.
        The first act of the guest was to lay a wreath at the Martyrs' Memorial.
        Minister Otieno attended a wreath-laying ceremony at the Cenotaph.
        Red carnations were laid at the statue by Minister Otieno.
    """,
    "tribute:planned": """
        The President of Nepal will lay a wreath at the war memorial.
    """,
    "award:held": """
        The Deputy Speaker was presented with a commemorative medal.
        For his part in deepening ties the Ambassador of Kenya was honoured with the Cross of the Knight.
        Kenya's ambassador gets Lithuanian decoration
        The decoration was given to the Ambassador of Kenya by President Ivanov.
        President Ivanov signed a decree and pinned the Order of Merit on Ambassador Otieno.
        President Ivanov awarded Ambassador Novak the Order of Merit.
        President Ivanov conferred the Golden Lion upon Ambassador Novak.
        Ambassador Novak was decorated by President Ivanov.
        The Order of Merit was conferred on Ambassador Novak by President Ivanov.
        Ambassador Novak received the Order of Merit from President Ivanov.
        President Ivanov pinned the medal on the General's chest.
        President Ivanov handed the state prize to Ambassador Novak.
        Ambassador Novak has been made an honorary citizen of Sofia.
        High order for Nepalese ambassador
        The rector presented President Ivanov with an honorary doctorate.
        Ambassador Novak was appointed an Officer of the Order of Orange.
        The Order of the Rose was pinned on Ambassador Otieno by the King.
        Ambassador Otieno is the new holder of the Order of the Rose.
        Ambassador Otieno was given the highest decoration of the state.
        In recognition of his merits, the medal was presented to Ambassador Otieno.
        Sofia University conferred an honorary doctorate on the President of Kenya.
        The President of Kenya was made doctor honoris causa of Sofia University.
        The Ambassador of Japan presented the commendation to Professor Otieno.
        The investiture of Ambassador Otieno took place at the palace.
    """,
    "award:planned": """
        President Ivanov will decorate General Ramos with the Order of Merit.
        The President of Kenya is to receive the Order of the Rose.
    """,
    "ceremony:held": """
        A smart contingent presented him guard of honour.
        The army presented a guard of honour to the President of Kenya.
        The new building of the Embassy of Kenya was opened in Vilnius.
        A sapling was planted by both ministers.
        The exhibition hall was formally opened by Ambassador Otieno.
        Ambassador Otieno inaugurated a computer laboratory in Kaunas.
        The ceremony of official welcome took place at the presidential palace.
        Minister Petrov was given a guard of honour.
        Minister Petrov inspected the honour guard.
        A ceremonial guard of honour awaited Minister Petrov.
        President Novak was received with full military honours.
        Minister Petrov cut the ribbon of the new school in Nepal.
        The Ambassador of Japan opened a new clinic in Nepal.
        A bust of the poet was unveiled in Prague by the Ambassador of Nepal.
        The Ambassador spoke at the opening ceremony of the centre.
        The foundation stone of the hospital was laid by the Ambassador of Japan.
        The flag of Nepal was raised: the flag was hoisted by the Ambassador.
        President Ivanov attended the funeral of the King of Jordan.
        The new bridge was inaugurated by both presidents.
        A guard of honour was drawn up for Minister Otieno.
        Both anthems were played and Minister Otieno reviewed the guard of honour.
        A twenty-one gun salute was fired for the President of Kenya.
        Minister Petrov received Minister Otieno with military honours.
        At the airport a red carpet was rolled out for the President of Kenya.
        The Ambassador of Japan handed over the keys of the school.
        The handover ceremony of the ambulances took place on Friday.
        Ambassador Sato attended the inauguration of a water plant.
        Work on the bridge began when both ministers broke ground.
        Minister Petrov solemnly welcomed Minister Otieno in front of the ministry.
        The formal welcome took place in front of the palace.
        The monument to the poet was dedicated in Lisbon.
        The plaque was unveiled by Ambassador Sato.
        A street in Lisbon now bears the name of Nairobi; Ambassador Otieno unveiled the sign.
    """,
    "ceremony:planned": """
        Prince Karl will attend the inauguration of President Novak.
    """,
    "commemoration:held": """
        To mark Republic Day the Embassy of Kenya gave a reception in Vilnius.
        The Embassy of Kenya in Vilnius observed the Day of Remembrance.
        The anniversary of the tragedy was marked by a gathering in Vilnius.
        In Vilnius, the Embassy of Kenya remembered the victims of the tragedy.
        The Ambassador hosted a reception in honour of the 60th anniversary of independence.
        An event dedicated to the memory of the national leader took place in Vilnius.
        The Embassy of Nepal gave a reception on the occasion of Republic Day.
        The 30th anniversary of independence was celebrated at the Embassy of Nepal.
        Diplomats gathered to mark the 75th anniversary of the landings.
        The Ambassador of Nepal attended the celebrations of Victory Day.
        A gathering in memory of the victims was held at the Embassy of Nepal.
        National Day of Nepal celebrated in Vienna
        A minute's silence was observed at the Embassy of Nepal.
        Armed Forces Day of Kenya was marked by the Kenyan military attache in Sofia.
        A reception for the national day was held by the Embassy of Kenya.
        The Kenyan Ambassador gave a dinner to celebrate the anniversary of independence.
        In Sofia the victims of the tragedy were remembered at the Embassy of Kenya.
        On the occasion of the 60th anniversary of independence, a ceremony was held in Sofia.
        The Prime Minister took part in the ANZAC Day dawn service in Gallipoli.
    """,
    "commemoration:planned": """
        The Ambassador of Nepal will host a reception to mark Independence Day.
        The Prime Minister will attend the commemoration of the battle in Turkey.
    """,
    "cultural_event:held": """
        A film about Kenya was shown at the university.
        An evening of Kenyan poetry took place in Vilnius.
        The pianist from Kenya gave a concert in Vilnius.
        A concert of Nepalese music was given in Vienna.
        The Nepalese folk ensemble performed in Vienna.
        Days of culture of Nepal opened in Vienna.
        An exhibition of paintings by Nepalese artists opened in Vienna.
        A documentary film on Nepal was screened at the Embassy.
        A presentation of the book took place at the Embassy of Nepal.
        Kenyan dancers gave a performance in Sofia.
        The Week of Kenyan Film began in Sofia.
        Ambassador Otieno opened an exhibition of Kenyan sculptures in Sofia.
        A book on Kenya was presented in Sofia.
        An evening of Kenyan music brought many guests to the embassy.
    """,
    "cultural_event:planned": """
        The Kenyan film festival will open in Sofia in June.
    """,
}

NOTHING = """
    He paid tribute to the work of the Prime Minister.
    The contract was awarded to a company in Spain.
    Relations will mark a new stage in the coming days.
    The company opened a market for lamb.
    The order of the day was peace.
    They spoke in the presence of the press.
    We honour our commitments.
    The government awarded the tender in order to build the road.
    The Order was published in the Gazette.
    The Prime Minister honoured his promise.
    I pay tribute to my colleague the Treasurer.
    The bill was given its second reading.
    He opened the debate.
"""


@pytest.mark.parametrize(("want", "sentence"), cases(TOLD))
def test_a_sentence_tells_its_event_alone(want: str, sentence: str) -> None:
    assert told(sentence, JOURNEYS_AND_HONOURS) == {want}


@pytest.mark.parametrize("sentence", lines(NOTHING))
def test_words_of_the_family_in_another_sense_tell_nothing(sentence: str) -> None:
    assert told(sentence, JOURNEYS_AND_HONOURS) == set()


@pytest.mark.parametrize("words", DEGENERATE)
def test_degenerate_lines_end_in_time(words: str) -> None:
    read_to_the_end(words, FAMILY)
