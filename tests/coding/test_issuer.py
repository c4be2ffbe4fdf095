"""The issuer of a text: whose "we" it is."""
import pytest
from marked import marked

from pipelines.coding.cast import issuer_country
from pipelines.model.document import Document


@pytest.mark.parametrize(("markup", "country"), [
    ("# Readout of {named o=head_of_state: President *Adams*}’s Call with {named c=SWE o=head_of_government: *Blom* of Sweden}", "USA"),
    ("Statement by NSC Spokesperson Ann Hill on the talks.", "USA"),
    ("# Visit to {country c=GBR: London}\n{pronoun: I} will leave for talks on our trade with all Australians in mind.\nCANBERRA\n",
     "AUS"),
    ("{capital c=PAK: ISLAMABAD} (APP) – {named o=head_of_state: President *Khan*} left today.", "PAK"),
    ("# State visit to {country c=FIN: Finland} by {named c=ITA o=head_of_state: President *Neri*}\n"
     "{country c=FIN: Finland} and {named o=head_of_state: President *Koski*} welcome him to {capital c=FIN: Helsinki}.", "FIN"),
    ("# Statement from Communications Director Ann Hill on Second Gentleman Ray Cole’s Travel to {country c=POL: Poland}", "USA"),
    ("{capital c=BIH: SARAJEVO}\nThe anniversary was marked.", None),  # an agency of any state
    ("\"We and our friends in Australia are glad,\" he said. \"We thank Australia.\"", None),  # the quoted do not speak for the page
    ("{country c=DMA: Dominica} is glad.\n{named o=head_of_government: Prime Minister *Hill*}, {named o=head_of_state: President *Cole*} "
     "and {named o=minister_foreign: Foreign Minister *Moss*} came.\nAll {country c=DMA: Dominica} watched.", "DMA"),
    ("{named c=AZE o=minister: Minister *Quliyev*} met {named c=SRB o=minister: Minister *Petrov*}.", None),
    ("{named c=FRA o=minister_foreign: *Luc Noir*} met the U.S. Secretary of State in the United States.", None),
])
def test_issuer(markup: str, country: str | None) -> None:
    text, sentences = marked(markup)
    assert issuer_country(Document("doc", "a.txt", "0", "text/plain", "utf-8", "en", text), sentences) == country


def test_a_known_publisher_wins() -> None:
    document = Document("doc", "a.txt", "0", "text/plain", "utf-8", "en", "Readout of a call", publisher_country="FRA")
    assert issuer_country(document, ()) == "FRA"
