// Each table is one data file in tables/, taken into the program by C23's #embed and read in place.
#include "hearsay_tables.h"

#define HEARSAY_TABLE(name)                                          \
  hearsay_table hearsay_table_##name(void) {                         \
    return (hearsay_table){name##_bytes, sizeof name##_bytes};       \
  }

static const unsigned char agencies_bytes[] = {
#embed "tables/agencies.tsv"
};
HEARSAY_TABLE(agencies)

static const unsigned char furniture_bytes[] = {
#embed "tables/furniture.tsv"
};
HEARSAY_TABLE(furniture)

static const unsigned char markup_bytes[] = {
#embed "tables/markup.tsv"
};
HEARSAY_TABLE(markup)

static const unsigned char stamps_bytes[] = {
#embed "tables/stamps.tsv"
};
HEARSAY_TABLE(stamps)

static const unsigned char name_variants_bytes[] = {
#embed "tables/name_variants.tsv"
};
HEARSAY_TABLE(name_variants)

static const unsigned char pronouns_bytes[] = {
#embed "tables/pronouns.tsv"
};
HEARSAY_TABLE(pronouns)

static const unsigned char countries_bytes[] = {
#embed "tables/countries.tsv"
};
HEARSAY_TABLE(countries)

static const unsigned char organizations_bytes[] = {
#embed "tables/organizations.tsv"
};
HEARSAY_TABLE(organizations)

static const unsigned char roles_bytes[] = {
#embed "tables/roles.tsv"
};
HEARSAY_TABLE(roles)

static const unsigned char folding_bytes[] = {
#embed "tables/folding.tsv"
};
HEARSAY_TABLE(folding)

static const unsigned char abbreviations_bytes[] = {
#embed "tables/abbreviations.tsv"
};
HEARSAY_TABLE(abbreviations)

static const unsigned char attribution_words_bytes[] = {
#embed "tables/attribution-words.tsv"
};
HEARSAY_TABLE(attribution_words)

static const unsigned char cues_bytes[] = {
#embed "tables/cues.tsv"
};
HEARSAY_TABLE(cues)

static const unsigned char graphml_schema_bytes[] = {
#embed "tables/hearsay-graphml.xsd"
};
HEARSAY_TABLE(graphml_schema)

static const unsigned char gexf_schema_bytes[] = {
#embed "tables/hearsay-gexf.xsd"
};
HEARSAY_TABLE(gexf_schema)

static const unsigned char lexicon_bytes[] = {
#embed "tables/lexicon.tsv"
};
HEARSAY_TABLE(lexicon)

static const unsigned char places_bytes[] = {
#embed "tables/places.tsv"
};
HEARSAY_TABLE(places)

static const unsigned char function_words_bytes[] = {
#embed "tables/function_words.tsv"
};
HEARSAY_TABLE(function_words)

static const unsigned char genders_bytes[] = {
#embed "tables/genders.tsv"
};
HEARSAY_TABLE(genders)

static const unsigned char surnames_bytes[] = {
#embed "tables/surnames.tsv"
};
HEARSAY_TABLE(surnames)

static const unsigned char leaders_bytes[] = {
#embed "tables/leaders.tsv"
};
HEARSAY_TABLE(leaders)

static const unsigned char callings_bytes[] = {
#embed "tables/callings.tsv"
};
HEARSAY_TABLE(callings)

static const unsigned char cue_nouns_bytes[] = {
#embed "tables/cue-nouns.tsv"
};
HEARSAY_TABLE(cue_nouns)

static const unsigned char decompositions_bytes[] = {
#embed "tables/decompositions.tsv"
};
HEARSAY_TABLE(decompositions)

static const unsigned char word_weights_bytes[] = {
#embed "tables/word-weights.tsv"
};
HEARSAY_TABLE(word_weights)

static const unsigned char synonyms_bytes[] = {
#embed "tables/synonyms.tsv"
};
HEARSAY_TABLE(synonyms)

static const unsigned char deeds_bytes[] = {
#embed "tables/deeds.tsv"
};
HEARSAY_TABLE(deeds)
