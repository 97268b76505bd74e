import Testing

@testable import HearsayLanguage

@Suite struct LanguageIdentifierTests {
  @Test(arguments: [
    "", "Hello", "12", "Putin–Xi summit, Beijing", "1. FC Köln 3 Bayern München 2",
    "The minister said on Friday that talks with her colleagues would go on until there was an agreement.",
    "Anna Schmidt, Bernd Müller, Carla Weiß, Dieter Groß, Eva König, Fritz Bauer, Gerda Vogt, Hans Kohl, Ina Lang",
    "Guten Tag, wie geht es", "Bonjour tout le monde",
    "Markets: FTSE 7,000 up 1.2%, DAX 15,000 down 0.4%, Nikkei 28,000 flat, S&P 4,500 up 0.1% at the close on Monday",
    "‘Никогда’, wrote the poet, and the word has stood on the wall of the house in the old town since that day.",
  ])
  func `a text is English, or too short to say`(text: String) {
    #expect(LanguageIdentifier.language(of: text) == .english)
  }

  @Test(arguments: [
    (
      "de",
      "Der Minister sagte am Freitag, dass die Gespräche mit den Nachbarn weitergehen und auch ein Ende haben werden."
    ),
    (
      "fr",
      "Le ministre a dit vendredi que les discussions avec ses voisins continuent et qu'il est pour la paix dans le pays."
    ),
    (
      "es",
      "El ministro dijo el viernes que las conversaciones con los vecinos siguen y que no hay más que decir por ahora."
    ),
    (
      "it",
      "Il ministro ha detto venerdì che i colloqui con i vicini sono in corso e che non è ancora il momento della firma."
    ),
    (
      "pt",
      "O ministro disse na sexta-feira que as conversas com os vizinhos não vão parar e que também há mais a dizer."
    ),
    (
      "nl",
      "De minister zei op vrijdag dat het gesprek met de buren door gaat en dat er nog niet veel van te zeggen is."
    ),
    (
      "sv",
      "Ministern sade på fredagen att samtalen med grannarna har börjat och att det inte finns mycket att säga om dem."
    ),
    (
      "fi", "Ministeri sanoi perjantaina, että neuvottelut ovat kesken ja että hän ei ole vielä varma, kun ne on käyty."
    ),
    (
      "pl",
      "Minister powiedział w piątek, że rozmowy z sąsiadami są w toku i że nie ma na razie nic do dodania, ale to się zmieni."
    ),
    (
      "tr",
      "Bakan cuma günü komşularla görüşmelerin bir süre daha devam edeceğini ve bu konuda çok şey olduğunu da söyledi ama."
    ),
    (
      "id",
      "Menteri itu mengatakan pada hari Jumat bahwa pembicaraan dengan negara tetangga akan terus dan tidak berhenti di sini."
    ),
    ("ru", "Министр сказал в пятницу, что переговоры с соседями продолжаются, и это всё, что он может сказать."),
    (
      "uk",
      "Міністр сказав у п'ятницю, що переговори з сусідами тривають, і це все, що він може сьогодні сказати її колегам."
    ),
    ("kk", "Министр жұма күні көршілермен келіссөздер жалғасады деп айтты, бұл әзірге бәрі."),
    ("ar", "قال الوزير يوم الجمعة إن المحادثات مع الجيران مستمرة وإنه لا يوجد ما يقال الآن"),
    ("zh", "部长星期五表示，与邻国的会谈仍在继续，目前没有更多的消息可以公布，记者无法联系到他。"),
    ("ja", "大臣は金曜日に、隣国との会談は続いていると述べ、今のところ発表することはないと語った。"),
    ("ko", "장관은 금요일 이웃 나라와의 회담이 계속되고 있으며 지금은 더 말할 것이 없다고 밝혔다."),
    ("el", "Ο υπουργός είπε την Παρασκευή ότι οι συνομιλίες με τους γείτονες συνεχίζονται."),
    ("he", "השר אמר ביום שישי כי השיחות עם השכנים נמשכות ואין מה להוסיף כרגע."),
  ])
  func `another language is told with its code`(code: String, text: String) {
    #expect(LanguageIdentifier.language(of: text) == .other(code))
  }

  @Test(arguments: [
    (0..<40).map { "\($0 * 7919 % 1000) \($0 * 104_729 % 10_000)" }.joined(separator: " "),
    "qzx wvkj pqrt xxkd zzgh bvnm klpq wrtx zxcv jkqw bnmx qwrt plkj hgfd zxqw vbnm ktrw xqzj",
    "lrz gwkx ioqvu jqe uxfk wpz aqjx vukq zoxi jwq uvx kqez xoj wuq gxi zvo qkau jxz vwq ukj xqo zje wvx iqu kxz jvo",
    String(repeating: "{}[]();=<>/\\|", count: 20),
  ])
  func `numbers and random letters are no language`(text: String) {
    #expect(LanguageIdentifier.language(of: text) == .notLanguage)
  }

  @Test func `each language of the table has at least twenty-five small words, given once`() {
    let languages = FunctionWords.byLanguage
    #expect(Set(languages.map(\.language)).count == languages.count)
    #expect(languages.map(\.language).contains("en"))
    for (language, words) in languages {
      #expect(language.utf8.count == 2 && words.count >= 25, "\(language)")
      #expect(words.allSatisfy { $0 == $0.lowercased() })
    }
  }
}
