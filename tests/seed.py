"""The wire story that started it, as a document."""

from nizkorcite.dates import PartialDate
from nizkorcite.record.model import Document, Original, Place, Republication, organisation

NIZKOR = (organisation("Equipo Nizkor"), organisation("Derechos Human Rights"))
COPY = Republication(publishers=NIZKOR, date=PartialDate("2017-02-28"))
SEED = Document(
    id="seed",
    type="news_article",
    title="Putin: Russia's military base in Tajikistan",
    language="en",
    original=Original(
        attribution="stated",
        publishers=[organisation("Itar Tass")],
        place=Place(name="Dushanbe"),
        date=PartialDate("2017-02-27"),
    ),
    republication=COPY,
)
