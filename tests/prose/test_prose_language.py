"""Whether an article is English."""

from __future__ import annotations

import pytest

from authoring.prose import parse
from authoring.prose.language import is_english

SAMPLES = {
    "Spanish": "El ayuntamiento decidió el lunes cerrar el puente viejo porque los ingenieros no pueden garantizar "
    "que aguante otro invierno. La alcaldesa dijo que no había dinero para repararlo y que los vecinos "
    "tendrían que dar la vuelta por la carretera del norte. Me parece una vergüenza, respondió un "
    "panadero que lleva el pan a la otra orilla.",
    "French": "Le conseil municipal a décidé lundi de fermer le vieux pont parce que les ingénieurs ne peuvent pas "
    "garantir qu’il tiendra un hiver de plus. La maire a dit qu’on n’avait pas l’argent pour le réparer "
    "et que les habitants devraient faire le tour par la route du nord. C’est une honte, a répondu un "
    "boulanger qui livre sur l’autre rive.",
    "German": "Der Stadtrat hat am Montag beschlossen, die alte Brücke zu sperren, weil die Ingenieure nicht "
    "versprechen können, dass sie noch einen Winter hält. Die Bürgermeisterin sagte, es sei kein Geld für"
    " die Reparatur da, und wer hinüber will, muss die Straße im Norden nehmen. Das ist eine Schande, "
    "sagte ein Bäcker, der drüben Brot verkauft.",
    "Italian": "Il consiglio comunale ha deciso lunedì di chiudere il vecchio ponte perché gli ingegneri non possono"
    " garantire che regga un altro inverno. La sindaca ha detto che non ci sono soldi per ripararlo e che"
    " gli abitanti dovranno fare il giro dalla strada a nord. È una vergogna, ha risposto un fornaio che "
    "porta il pane all’altra riva.",
    "Portuguese": "A câmara decidiu na segunda-feira fechar a ponte velha porque os engenheiros não podem garantir que "
    "aguente mais um inverno. A presidente disse que não há dinheiro para a reparar e que os moradores "
    "terão de dar a volta pela estrada do norte. É uma vergonha, respondeu um padeiro que leva o pão para"
    " a outra margem do rio.",
    "Dutch": "De gemeenteraad heeft maandag besloten de oude brug te sluiten, omdat de ingenieurs niet kunnen "
    "beloven dat hij nog een winter houdt. De burgemeester zei dat er geen geld is om hem te herstellen "
    "en dat de bewoners om moeten rijden over de weg in het noorden. Het is een schande, zei een bakker "
    "die brood naar de overkant brengt.",
    "Polish": "Rada miasta postanowiła w poniedziałek zamknąć stary most, bo inżynierowie nie mogą obiecać, że "
    "wytrzyma on jeszcze jedną zimę. Burmistrz powiedziała, że nie ma pieniędzy na remont i że mieszkańcy"
    " będą musieli jeździć do pracy drogą na północy. To wstyd, odpowiedział piekarz, który wozi chleb na"
    " drugi brzeg i nie wie, co ma robić.",
    "Czech": "Zastupitelstvo v pondělí rozhodlo, že starý most zavře, protože inženýři nemohou slíbit, že vydrží "
    "ještě jednu zimu. Starostka řekla, že na opravu nejsou peníze a že lidé budou muset jezdit do práce "
    "po silnici na severu. To je ostuda, odpověděl pekař, který vozí chléb na druhý břeh a neví, co by "
    "měl dělat, až most zavřou.",
    "Swedish": "Kommunfullmäktige beslutade på måndagen att stänga den gamla bron, eftersom ingenjörerna inte kan "
    "lova att den håller en vinter till. Borgmästaren sade att det inte finns pengar att laga den och att"
    " invånarna får ta vägen norrut i stället. Det är en skam, svarade en bagare som kör bröd till andra "
    "sidan av ån varje morgon.",
    "Finnish": "Kaupunginvaltuusto päätti maanantaina sulkea vanhan sillan, koska insinöörit eivät voi luvata, että "
    "se kestää vielä yhden talven. Pormestari sanoi, ettei korjaukseen ole rahaa ja että asukkaiden on "
    "ajettava pohjoista tietä pitkin. Se on häpeä, vastasi leipuri, joka vie joka aamu leipää joen "
    "toiselle rannalle kauppoihin.",
    "Russian": "В понедельник городской совет решил закрыть старый мост, потому что инженеры не могут обещать, что "
    "он выдержит ещё одну зиму. Мэр сказала, что денег на ремонт нет и что жителям придётся ездить в "
    "объезд по северной дороге. Это позор, ответил пекарь, который возит хлеб на другой берег каждое утро"
    " уже двадцать лет подряд.",
    "Chinese": (
        "市议会星期一决定关闭旧桥，因为工程师不能保证它还能撑过一个冬天。市长说没有钱修理，居民只好从北边的公路绕行。"
    )
    * 8,
    "Arabic": "قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم لأن المهندسين لا يستطيعون أن يضمنوا أنه سيصمد شتاء "
    "آخر. وقالت رئيسة البلدية إنه لا يوجد مال لإصلاحه وإن على السكان أن يسلكوا الطريق الشمالي. هذا عار، "
    "أجاب خباز يحمل الخبز إلى الضفة الأخرى من النهر كل صباح منذ عشرين عاما ولا يعرف ماذا سيفعل بعد إغلاق "
    "الجسر أمام السيارات والشاحنات",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_other_languages_are_not_english(language: str) -> None:
    assert not is_english(SAMPLES[language])
    assert not is_english(parse(SAMPLES[language]))


def test_english_is_english_with_foreign_words_in_it() -> None:
    text = (
        "The council voted on Monday to shut the old bridge, because its engineers cannot promise that it will hold. "
    )
    assert is_english(
        text * 3 + "“C’est une honte,” said a baker who brings his bread to the other bank every morning."
    )


def test_a_short_text_counts_as_english() -> None:
    assert is_english("")
    assert is_english("Le pont est fermé.")
