// The tables of facts that Hearsay reads from, inside the program: see ../tables, one file each.
#ifndef HEARSAY_TABLES_H
#define HEARSAY_TABLES_H

#include <stddef.h>

/// One table: UTF-8 text, not ended by a NUL.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} hearsay_table;

/// News agencies, as they sign datelines.
hearsay_table hearsay_table_agencies(void);
/// Phrases that are a site's and not its articles'.
hearsay_table hearsay_table_furniture(void);
/// What sites call the parts of their pages.
hearsay_table hearsay_table_markup(void);
/// The words of the lines that say when an article appeared.
hearsay_table hearsay_table_stamps(void);
/// Every state and territory of ISO 3166: names, adjectives, capitals.
hearsay_table hearsay_table_countries(void);
/// Organizations that news names without introducing them.
hearsay_table hearsay_table_organizations(void);
/// Titles, ranks, offices and occupations.
hearsay_table hearsay_table_roles(void);
/// Letters as ASCII.
hearsay_table hearsay_table_folding(void);
/// Closed classes of words for the rules of identity.
hearsay_table hearsay_table_lexicon(void);
/// Cities, regions and seas that are no country.
hearsay_table hearsay_table_places(void);
/// Given names that are a man's or a woman's.
hearsay_table hearsay_table_genders(void);
/// Surnames that many people bear.
hearsay_table hearsay_table_surnames(void);
/// Who headed which state when: name, office, country, from, to.
hearsay_table hearsay_table_leaders(void);
/// Spellings and short forms of one name: part, variants.
hearsay_table hearsay_table_name_variants(void);
/// What speaks for a mention being what a pronoun stands for: family, feature, weight.
hearsay_table hearsay_table_pronouns(void);
/// Abbreviations and when their stop belongs to the word: word, kind.
hearsay_table hearsay_table_abbreviations(void);
/// Words that part phrases and clauses: word, classes.
hearsay_table hearsay_table_attribution_words(void);
/// Verbs of saying: lemma, present, past, participle, gerund, act, frames, polarity, commits, noun.
hearsay_table hearsay_table_cues(void);
/// The XML Schema of the profile of GraphML that Hearsay writes.
hearsay_table hearsay_table_graphml_schema(void);

/// The XML Schema of the profile of GEXF that Hearsay writes.
hearsay_table hearsay_table_gexf_schema(void);

/// Letters without their marks: scalar, base, in hexadecimal.
hearsay_table hearsay_table_decompositions(void);
/// The most frequent small words of languages in Latin letters: language, words.
hearsay_table hearsay_table_function_words(void);
/// What makes calling somebody so an act of its own: word, act, object.
hearsay_table hearsay_table_callings(void);
/// Nouns of saying: noun, plural, act, polarity, frames.
hearsay_table hearsay_table_cue_nouns(void);
/// How much words tell, for finding reprints: word, weight.
hearsay_table hearsay_table_word_weights(void);
/// Words that may stand for one another in a rewording: word, synonyms.
hearsay_table hearsay_table_synonyms(void);
/// What actors do to each other: deed, verb, forms, ties, noun, from, to, phone.
hearsay_table hearsay_table_deeds(void);

#endif
