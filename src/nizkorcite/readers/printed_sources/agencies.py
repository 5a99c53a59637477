"""Names of news agencies, as their datelines and notices print them."""

from typing import Final

# Agencies are not looked up to be named, only to tell "PARIS (AFP) -" from "PARIS (Texas) -".
AGENCIES: Final = frozenset(
    each.strip()
    for line in (
        "The Associated Press, Associated Press, AP, Agence France-Presse, Agence France Presse",
        "AFP, Thomson Reuters, Reuters, UPI, United Press International, Bloomberg, CNN, dpa",
        "DPA, dpa-infocom, dpa-AFX, epd, KNA, SID, sid, APA, SDA, sda, ATS, Keystone-SDA, EFE",
        "Agencia EFE, Europa Press, EP, Servimedia, Colpisa, Télam, Notimex, Prensa Latina",
        "EUROPA PRESS, PL, Andina, ANSA, Ansa, Adnkronos, AGI, Askanews, askanews, LaPresse",
        "Lusa, Agência Brasil, Belga, ANP, Ritzau, NTB, TT, STT, PAP, ČTK, CTK, MTI, Tanjug",
        "HINA, FENA, BTA, Agerpres, Mediafax, Ukrinform, UNIAN, Interfax, Interfax-Ukraine",
        "Itar-Tass, Itar Tass, ITAR-TASS, TASS, ТАСС, РИА Новости, Интерфакс, RIA Novosti",
        "Sputnik, BelTA, Kazinform, Armenpress, Xinhua, Kyodo, Kyodo News, Jiji, Jiji Press",
        "Yonhap, KCNA, Bernama, Antara, VNA, PTI, ANI, IANS, UNI, APP, BSS, AAP, Canadian Press",
        "The Canadian Press, Anadolu, Anadolu Agency, AA, Anadolu Ajansı, IRNA, SANA, WAFA",
        "KUNA, WAM, MENA, Inter Press Service, IPS, IRIN, Zenit",
    )
    for each in line.split(",")
)
"""The names, in the spellings met."""
