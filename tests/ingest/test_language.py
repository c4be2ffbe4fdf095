"""What is English enough to be read."""

import pytest

from pipelines.ingest.language import detect_language
from pipelines.lexicon.loader import read_tsv


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Talks in Oslo", "en"),
        ("", "en"),
        ("The Minister received the Ambassador of Norway in his office and they talked about the trade between the two countries.", "en"),
        (
            "Baltijas valstu un Polijas ministri. The ministers of the four states met in Riga and said that work will go on as before.",
            "en",
        ),
        (
            "Der Minister hat den Botschafter in seinem Büro empfangen und mit ihm über die Zusammenarbeit der beiden Länder gesprochen.",
            "de",
        ),
        ("El ministro de la defensa ha recibido en su despacho al embajador para hablar de la cooperación entre los dos países.", "es"),
        (
            "Nazirliyin mətbuat xidmətindən verilən məlumata görə görüşdə iki ölkə arasında əməkdaşlıq və onun inkişafı ilə bağlı "
            "məsələlər müzakirə edilib, bu barədə bəyanat da imzalanıb.",
            "az",
        ),
        ("国防部长会见了大使", "zh"),
        ("外交部长昨日在北京会见了来访的挪威大使，双方就两国贸易合作交换了意见。", "zh"),
        ("外務大臣は昨日、東京でノルウェーの大使と会談し、両国の貿易について意見を交換した。", "ja"),
        ("大使はオスロを訪問した", "ja"),
        ("외교부 장관은 어제 서울에서 노르웨이 대사를 만나 양국 간 협력을 논의했다.", "ko"),
        ("Министр иностранных дел вчера принял в Москве посла Норвегии и обсудил с ним торговлю между двумя странами.", "ru"),
        ("Министр обороны посетил объект и съезд офицеров, затем встретился с коллегой из Украины Їжаковичем в столице страны.", "ru"),
        ("Міністр закордонних справ учора прийняв у Києві посла Норвегії та обговорив з ним торгівлю між двома країнами.", "uk"),
        ("Президент провів зустріч із делегацією. Сторони підписали угоду про співпрацю в галузі освіти.", "uk"),
        ("Міністр замежных спраў учора прыняў у Мінску пасла Нарвегіі і абмеркаваў з ім гандаль паміж дзвюма краінамі.", "be"),
        ("Министърът на външните работи прие вчера в София посланика на Норвегия и обсъди с него търговията между двете държави.", "bg"),
        ("Министар спољних послова јуче је у Београду примио амбасадора Норвешке и разговарао с њим о трговини двеју земаља.", "sr"),
        ("Сыртқы істер министрі кеше Астанада Норвегия елшісін қабылдап, екі ел арасындағы сауданы талқылады.", "kk"),
        ("التقى وزير الخارجية أمس في القاهرة سفير النرويج وبحث معه التجارة بين البلدين وسبل تعزيزها.", "ar"),
        ("وزیر امور خارجه دیروز در تهران با سفیر نروژ دیدار کرد و درباره تجارت میان دو کشور گفتگو کردند.", "fa"),
        ("رئیس جمهور در پایان گفت که همکاری‌های دو کشور گسترش چشمگیری یافته است.", "fa"),
        ("وزیر خارجہ نے کل اسلام آباد میں ناروے کے سفیر سے ملاقات کی اور دونوں ملکوں کے درمیان تجارت پر بات کی۔", "ur"),
        ("A külügyminiszter tegnap Budapesten fogadta norvég kollégáját, hogy a két ország közötti együttműködésről tárgyaljanak.", "hu"),
        ("xq zvw klorp " * 10, "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_every_language_has_words_of_its_own() -> None:
    words = {row["language"]: set(row["words"].split()) for row in read_tsv("function_words.tsv")}
    for language, own in words.items():
        others = set().union(*(known for other, known in words.items() if other != language))
        assert len(own - others) >= 8, language
