"""
Names of countries in English, Spanish and French.

No value is ever read from this list: a country after two other names ("Reuters, Geneva,
Switzerland") only makes it doubtful that the second name is a publisher.
"""

from nizkorcite.readers.text import fold

_COUNTRIES = frozenset(
    (
        "afghanistan, afganistan, albania, albanie, algeria, argelia, algerie, angola, "
        "argentina, argentine, armenia, armenie, australia, australie, austria, autriche, "
        "azerbaijan, azerbaiyan, bahrain, bahrein, bangladesh, belarus, bielorrusia, "
        "bielorussie, belgium, belgica, belgique, bolivia, bolivie, bosnia, brazil, brasil, "
        "bresil, bulgaria, bulgarie, burkina faso, burundi, cambodia, camboya, cambodge, "
        "cameroon, camerun, canada, chad, chile, chili, china, chine, colombia, colombie, "
        "congo, costa rica, croatia, croacia, croatie, cuba, cyprus, chipre, chypre, czech "
        "republic, republica checa, denmark, dinamarca, danemark, dominican republic, "
        "republica dominicana, ecuador, equateur, egypt, egipto, egypte, el salvador, "
        "england, inglaterra, angleterre, eritrea, estonia, estonie, ethiopia, etiopia, "
        "ethiopie, finland, finlandia, finlande, france, francia, gambia, georgia, georgie, "
        "germany, alemania, allemagne, ghana, great britain, gran bretana, greece, grecia, "
        "grece, guatemala, guinea, guinee, haiti, honduras, hungary, hungria, hongrie, "
        "iceland, islandia, india, inde, indonesia, indonesie, iran, iraq, irak, ireland, "
        "irlanda, irlande, israel, italy, italia, italie, ivory coast, costa de marfil, "
        "japan, japon, jordan, jordania, jordanie, kazakhstan, kazajistan, kenya, kenia, "
        "kosovo, kuwait, kyrgyzstan, kirguistan, laos, latvia, letonia, lebanon, libano, "
        "liban, liberia, libya, libia, libye, lithuania, lituania, luxembourg, luxemburgo, "
        "macedonia, malaysia, malasia, mali, malta, mauritania, mexico, mexique, moldova, "
        "moldavia, mongolia, montenegro, morocco, marruecos, maroc, mozambique, myanmar, "
        "birmania, namibia, nepal, netherlands, the netherlands, holanda, paises bajos, pays- "
        "bas, new zealand, nueva zelanda, nicaragua, niger, nigeria, north korea, corea del "
        "norte, norway, noruega, norvege, oman, pakistan, palestine, palestina, panama, "
        "paraguay, peru, perou, philippines, filipinas, poland, polonia, pologne, portugal, "
        "puerto rico, qatar, romania, rumania, roumanie, russia, rusia, russie, rwanda, "
        "ruanda, saudi arabia, arabia saudi, arabia saudita, scotland, escocia, senegal, "
        "serbia, serbie, sierra leone, sierra leona, slovakia, eslovaquia, slovenia, "
        "eslovenia, somalia, somalie, south africa, sudafrica, afrique du sud, south korea, "
        "corea  del sur, spain, espana, espagne, sri lanka, sudan, soudan, sweden, suecia, "
        "suede, switzerland, suiza, suisse, syria, siria, syrie, taiwan, tajikistan, "
        "tayikistan, tanzania, thailand, tailandia, tunisia, tunez, tunisie, turkey, turquia, "
        "turquie, turkmenistan, uganda, ukraine, ucrania, united arab emirates, united "
        "kingdom, reino unido, royaume-uni, united states, estados unidos, etats-unis, usa, "
        "u.s.a., eeuu, ee.uu., uk, u.k., uruguay, uzbekistan, vatican, venezuela, vietnam, "
        "yemen, zambia, zimbabwe"
    ).split(", ")
)


def is_country(name: str) -> bool:
    """
    Check whether a name is that of a country.

    >>> is_country("España"), is_country("Moscú")
    (True, False)
    """
    return fold(name) in _COUNTRIES
