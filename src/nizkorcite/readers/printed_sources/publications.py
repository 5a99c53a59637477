"""Names of newspapers, magazines and news sites, as bylines print them."""

from typing import Final

# Publications are not looked up to be named, only to find where a person's name ends in
# "Ann Writer La Jornada 22 de diciembre de 2014".
PUBLICATIONS: Final = frozenset(
    each.strip()
    for line in (
        "ABC, Al Ahram, Al Jazeera, Al-Ahram Weekly, AlterNet, Aporrea, Asia Times",
        "Asia Times Online, Avvenire, BBC, BBC Mundo, BBC News, Berliner Zeitung, Boston Globe",
        "Brecha, Business Insider, BuzzFeed News, Canarias-semanal, Chicago Tribune",
        "China Daily, Clarín, CNN, Common Dreams, Consortium News, Corriere della Sera",
        "CounterPunch, Cubadebate, Daily Mail, Daily Star, Daily Telegraph, Dawn, De Standaard",
        "De Volkskrant, Democracy Now!, Der Freitag, Der Spiegel, Der Standard, Deutsche Welle",
        "Diagonal, Diario 16, Die Presse, Die Tageszeitung, Die Welt, Die Zeit",
        "Diário de Notícias, El Comercio, El Confidencial, El Correo, El Diario, El Español",
        "El Espectador, El Faro, El Financiero, El Heraldo, El Independiente, El Mercurio",
        "El Mostrador, El Mundo, El Nacional, El Nuevo Diario, El Nuevo Herald, El Observador",
        "El País, El Periódico, El Salto, El Siglo, El Telégrafo, El Tiempo, El Universal",
        "El Universo, Electronic Intifada, Esquerda.net, Estadão, Euronews, Excélsior",
        "Financial Times, Folha de S. Paulo, Folha de S.Paulo, Foreign Affairs, Foreign Policy",
        "Foreign Policy In Focus, Frankfurter Allgemeine Zeitung, Frankfurter Rundschau, Gara",
        "Gara-Berria, Gazeta Wyborcza, Global Research, Granma, Haaretz, Handelsblatt",
        "Harper's Magazine, Huffington Post, HuffPost, Hürriyet, Il Fatto Quotidiano, Il Foglio",
        "Il Giornale, Il Manifesto, Il Messaggero, Il Sole 24 Ore, In These Times, Independent",
        "Infobae, InfoLibre, Information Clearing House, Internazionale, Izvestia, Jacobin",
        "Jerusalem Post, Jornal do Brasil, Junge Welt, Jyllands-Posten, Kommersant, L'Espresso",
        "L'Express, L'Humanité, L'Orient-Le Jour, La Croix, La Haine, La Jornada, La Marea",
        "La Nación, La Opinión, La Prensa, La Razón, La Repubblica, La República, La Stampa",
        "La Tercera, La Vanguardia, La Voz de Galicia, Le Devoir, Le Figaro, Le Monde",
        "Le Monde diplomatique, Le Monde Diplomatique, Le Monde diplomatique en español",
        "Le Monde Diplomatique en español, Le Nouvel Observateur, Le Parisien, Le Point",
        "Le Soir, Le Temps, Libération, London Review of Books, Los Angeles Times, Mediapart",
        "Meduza, Miami Herald, Middle East Eye, Middle East Monitor, Monthly Review",
        "Mother Jones, MR Zine, Naiz, NBC News, Neue Zürcher Zeitung, Neues Deutschland",
        "New Eastern Outlook, New Left Review, New Scientist, New Statesman, New York Magazine",
        "New York Post, New York Review of Books, New York Times, New Yorker, Newsweek",
        "Novaya Gazeta, NRC Handelsblatt, Nueva Sociedad, Nuevo Herald, O Estado de S. Paulo",
        "O Globo, Off-Guardian, Online Journal, Opera Mundi, Orient XXI, Pambazuka News",
        "Politico, Político, Pravda, Prensa Latina, Proceso, ProPublica, Página 12, Página/12",
        "Público, Público.es, Rebelión, Red Pepper, Reforma, RIA Novosti, Rolling Stone",
        "Rossiyskaya Gazeta, Russia Today, Salon, Salon.com, San Francisco Chronicle",
        "Scientific American, Semana, Sin Permiso, Slate, South China Morning Post",
        "Sputnik News, Süddeutsche Zeitung, Tagesspiegel, TeleSUR, teleSUR",
        "The American Conservative, The Atlantic, The Australian, The Boston Globe",
        "The Conversation, The Daily Beast, The Daily Star, The Daily Telegraph, The Diplomat",
        "The Economist, The Financial Times, The Globe and Mail, The Guardian, The Hill",
        "The Hindu, The Huffington Post, The Independent, The Intercept, The Irish Times",
        "The Japan Times, The Jerusalem Post, The Los Angeles Times, The Miami Herald",
        "The Moscow Times, The Nation, The National, The New Republic, The New Statesman",
        "The New York Review of Books, The New York Times, The New Yorker, The Observer",
        "The Progressive, The Scotsman, The Spectator, The Sunday Times",
        "The Sydney Morning Herald, The Telegraph, The Times, The Times of India",
        "The Times of Israel, The Wall Street Journal, The Washington Post, Tiempo Argentino",
        "Times of India, TomDispatch, TRANSCEND Media Service, Truthdig, Truthout, USA Today",
        "Vanguard, Vanity Fair, Vedomosti, Vice News, Viento Sur, Vzglyad, Wall Street Journal",
        "Washington Post, Weekly Worker, Wired, World Socialist Web Site, Xinhua",
        "Yedioth Ahronoth, Z Magazine, ZMagazine, Znet, ZNet",
    )
    for each in line.split(",")
)
"""The names, each with its article, in the spellings met."""
