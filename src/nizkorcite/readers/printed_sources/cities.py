"""Names of large cities and capitals, as source lines print them."""

from typing import Final

from nizkorcite.readers.text import fold

# No value is looked up: a listed name tells "The Lantern, Lima, 3 May 2015" from "The Lantern,
# Opinion, 3 May 2015". The names are in English, Spanish, French, German, Italian and Portuguese.
_CITIES: Final = frozenset(
    fold(each.strip())
    for line in (
        "Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Adis Abeba, Addis-Abeba, Aden, Ahmedabad",
        "Aleppo, Alepo, Alexandria, Alejandría, Alexandrie, Algiers, Argel, Alger, Algier, Algeri",
        "Almaty, Amán, Amman, Amsterdam, Ámsterdam, Ankara, Antananarivo, Antwerp, Amberes, Anvers",
        "Antwerpen, Arequipa, Ashgabat, Asmara, Astana, Asunción, Athens, Atenas, Athènes, Athen",
        "Atene, Atlanta, Auckland, Baghdad, Bagdad, Baku, Bakú, Bakou, Bamako, Bangalore",
        "Bengaluru, Bangkok, Bangui, Barcelona, Barcelone, Barranquilla, Basel, Basra, Beijing",
        "Pekín, Pékin, Peking, Pechino, Pequim, Beirut, Beyrouth, Belém, Belfast, Belgrade",
        "Belgrado, Belgrad, Belmopan, Belo Horizonte, Berlin, Berlín, Berlino, Berlim, Bern, Berna",
        "Berne, Bethlehem, Belén, Bhopal, Bilbao, Birmingham, Bishkek, Biskek, Bissau, Bogota",
        "Bogotá, Bologna, Bolonia, Bombay, Bonn, Bordeaux, Burdeos, Boston, Brasilia, Brasília",
        "Bratislava, Brazzaville, Bremen, Brisbane, Brussels, Bruselas, Bruxelles, Brüssel",
        "Bruxelas, Bucharest, Bucarest, Bukarest, București, Budapest, Buenos Aires, Bujumbura",
        "Cairo, El Cairo, Le Caire, Kairo, Il Cairo, Calcutta, Calcuta, Kolkata, Cali, Canberra",
        "Cape Town, Ciudad del Cabo, Le Cap, Kapstadt, Caracas, Cardiff, Cartagena, Casablanca",
        "Chengdu, Chennai, Chicago, Chisinau, Chişinău, Cochabamba, Cologne",
        "Köln, Colombo, Conakry, Copenhagen, Copenhague, Kopenhagen, Copenaghen, Córdoba, Cuzco",
        "Cusco, Dakar, Dallas, Damascus, Damasco, Damas, Damaskus, Dar es Salaam, Delhi",
        "Denver, Detroit, Dhaka, Daca, Dili, Djibouti, Doha, Donetsk, Douala, Dresden, Dubai",
        "Dublin, Dublín, Dublino, Durban, Dushanbe, Dusambé, Düsseldorf, Edinburgh, Edimburgo",
        "Essen, Florence, Florencia, Firenze, Florenz, Fortaleza, Frankfurt, Fráncfort, Francfort",
        "Freetown, Gaborone, Gaza, Gaza City, Geneva, Ginebra, Genève, Genf, Ginevra, Genebra",
        "Genoa, Génova, Genova, Gênes, Georgetown, Ghent, Gent, Glasgow, Granada, Grenoble, Grozny",
        "Guadalajara, Guangzhou, Guatemala City, Ciudad de Guatemala, Guayaquil, Hamburg",
        "Hamburgo, Hambourg, Hannover, Hanoi, Hanói, Harare, Havana, La Habana, La Havane, Havanna",
        "L’Avana, L'Avana, Hebron, Helsinki, Hiroshima, Ho Chi Minh City, Hong Kong, Honiara",
        "Houston, Hyderabad, Islamabad, Istanbul, Estambul, Izmir, Jaffa, Jakarta, Yakarta",
        "Djakarta, Jeddah, Jenin, Jerusalem, Jerusalén, Jérusalem, Gerusalemme, Jerusalém",
        "Johannesburg, Johannesburgo, Juba, Kabul, Kaboul, Cabul, Kampala, Kandahar, Karachi",
        "Kathmandu, Katmandú, Kazan, Kharkiv, Kharkov, Khartoum, Jartum, Kiev, Kyiv, Kigali",
        "Kingston, Kinshasa, Kraków, Krakow, Cracovia, Kuala Lumpur, Kuwait City, Kyoto, Lagos",
        "Lahore, La Haya, La Haye, L’Aia, L'Aia, The Hague, Den Haag, La Paz, La Plata, Las Vegas",
        "Lausanne, Leeds, Leipzig, Lhasa, Libreville, Liège, Lilongwe, Lima, Lisbon, Lisboa",
        "Lisbonne, Lissabon, Lisbona, Liverpool, Ljubljana, Lomé, London, Londres, Londra",
        "Los Angeles, Los Ángeles, Luanda, Lusaka, Luxembourg, Lviv, Lyon, Madrid, Madras, Malabo",
        "Málaga, Managua, Manaus, Manchester, Manila, Manille, Maputo, Mar del Plata, Marseille",
        "Marsella, Medellín, Melbourne, Mendoza, Mérida, Mexico City, Ciudad de México, México",
        "México D.F., Mexico D.F., Mexiko-Stadt, Miami, Milan, Milán, Milano, Mailand, Milão",
        "Minsk, Mogadishu, Mogadiscio, Mombasa, Monrovia, Monterrey, Montevideo, Montreal",
        "Montréal, Moscow, Moscú, Moscou, Moskau, Mosca, Moscovo, Mosul, Mumbai, Munich, Múnich",
        "München, Monaco di Baviera, Munique, Nablus, Nagasaki, Nairobi, Nantes, Naples, Nápoles",
        "Napoli, Neapel, N’Djamena, N'Djamena, New Delhi, Nueva Delhi, Neu-Delhi, Nova Deli",
        "New Orleans, New York, Nueva York, Nova York, Nova Iorque, Niamey, Nice, Nicosia",
        "Nouakchott, Nouméa, Novosibirsk, Nuremberg, Nürnberg, Oaxaca, Odessa, Odesa, Osaka, Oslo",
        "Ottawa, Ouagadougou, Oxford, Palermo, Palma, Pamplona, Panama City, Ciudad de Panamá",
        "Paramaribo, Paris, París, Parigi, Perth, Philadelphia, Phnom Penh, Port-au-Prince",
        "Puerto Príncipe, Port Moresby, Port of Spain, Porto, Oporto, Porto Alegre, Prague, Praga",
        "Prag, Praha, Pretoria, Pristina, Prishtina, Puebla, Pyongyang, Quito, Rabat, Ramallah",
        "Rangoon, Yangon, Rawalpindi, Recife, Reykjavik, Riad, Riyadh, Riga, Rio de Janeiro",
        "Rome, Roma, Rom, Rosario, Rotterdam, Saigon, Salamanca, Salvador, Salzburg, Samara",
        "San Diego, San Francisco, San José, San Juan, San Salvador, Sana'a, Sana’a, Sanaa, Saná",
        "Santa Cruz, Santa Fe, Santander, Santiago, Santiago de Chile, Santiago de Cuba",
        "Santo Domingo, São Paulo, Sao Paulo, San Pablo, Sarajevo, Seattle, Seoul, Seúl, Séoul",
        "Sevilla, Seville, Shanghai, Shenzhen, Singapore, Singapur, Singapour, Skopje, Sofia",
        "Sofía, Srebrenica, Srinagar, St. Petersburg, Saint Petersburg, San Petersburgo",
        "Saint-Pétersbourg, Stockholm, Estocolmo, Stoccolma, Strasbourg, Estrasburgo, Straßburg",
        "Stuttgart, Sucre, Suva, Sydney, Taipei, Taipéi, Tallinn, Tashkent, Taskent, Tbilisi",
        "Tiflis, Tegucigalpa, Tehran, Teheran, Teherán, Téhéran, Tel Aviv, Thessaloniki, Tijuana",
        "Tirana, Tokyo, Tokio, Tóquio, Toronto, Toulouse, Trieste, Tripoli, Trípoli, Tunis, Túnez",
        "Turin, Turín, Torino, Ulan Bator, Ulaanbaatar, Utrecht, Valencia, Valparaíso, Vancouver",
        "Venice, Venecia, Venezia, Venise, Vienna, Viena, Vienne, Wien, Vientiane, Vilnius, Vilna",
        "Vladivostok, Warsaw, Varsovia, Varsovie, Warschau, Varsavia, Varsóvia, Warszawa",
        "Washington, Washington D.C., Washington DC, Wellington, Windhoek, Yaoundé, Yaundé",
        "Yekaterinburg, Yerevan, Ereván, Erevan, Zagreb, Zaragoza, Zurich, Zürich, Zúrich, Zurigo",
        "Москва, Санкт-Петербург, Ленинград, Киев, Київ, Минск, Мінск, Алма-Ата, Алматы, Астана",
        "Бишкек, Душанбе, Ташкент, Ашхабад, Баку, Ереван, Тбилиси, Рига, Вильнюс, Таллин, Кишинёв",
        "Лондон, Париж, Берлин, Вена, Рим, Мадрид, Женева, Брюссель, Нью-Йорк, Вашингтон, Пекин",
        "Токио, Анкара, Каир, Дели, Тегеран, Иерусалим, Белград, Варшава, Прага, София, Львів",
        "Петроград, Leningrad, Petrograd",
    )
    for each in line.split(",")
)


def is_city(name: str) -> bool:
    """
    Check whether a name is that of a large city.

    >>> is_city("São Paulo"), is_city("Opinion")
    (True, False)
    """
    return fold(name) in _CITIES
