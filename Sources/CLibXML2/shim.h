// libxml2, as Swift can use it under strict concurrency: a readers' and a validator's share of it.
#ifndef HEARSAY_CLIBXML2_SHIM_H
#define HEARSAY_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// Debian's libxml2 converts by ICU and says so in its headers, which then draw in ICU's own: those clash with the ICU
// inside Foundation. Only a converter's private fields depend on it.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlregexp.h>
#include <libxml/xmlschemas.h>

/// Frees memory that libxml2 gave out. `xmlFree` is a mutable global, which Swift 6 refuses to read.
static inline void hearsay_xml_free(void *memory) { xmlFree(memory); }

/// The structured error callback's error, const since 2.12.
#if LIBXML_VERSION >= 21200
typedef const xmlError *hearsay_xml_error;
#else
typedef xmlError *hearsay_xml_error;
#endif

/// Called for each fault: the caller's context, the message, the line (from 1, 0 if unknown), the level (1 warning,
/// 2 error, 3 fatal).
typedef void (*hearsay_xml_report)(void *context, const char *message, int line, int level);

/// Where a trampoline finds the Swift callback and its context.
typedef struct {
  hearsay_xml_report report;
  void *context;
} hearsay_xml_reporter;

/// The signature of the structured error callback differs between 2.9 and 2.12: this function has whichever is right.
static inline void hearsay_xml_trampoline(void *reporter, hearsay_xml_error error) {
  hearsay_xml_reporter *to = (hearsay_xml_reporter *)reporter;
  if (to && error) to->report(to->context, error->message, error->line, (int)error->level);
}

/// Reports all faults that libxml2 finds on this thread to `reporter`, until called with NULL.
///
/// A reader's own handler cannot be used together with a schema: the schema takes the place of the parser's user data, which
/// the reader's handler then takes for the parser, and 2.9 crashes at the first malformed tag.
static inline void hearsay_xml_report_thread(hearsay_xml_reporter *reporter) {
  xmlSetStructuredErrorFunc(reporter, reporter ? (xmlStructuredErrorFunc)hearsay_xml_trampoline : NULL);
}

#endif
