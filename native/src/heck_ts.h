#ifndef HECK_TS_H_
#define HECK_TS_H_

#include <stdint.h>
#include "tree_sitter/api.h"

#if defined(_WIN32)
#define HK_EXPORT __declspec(dllexport)
#else
#define HK_EXPORT __attribute__((visibility("default")))
#endif

/* Everything Heck calls. The rest of tree-sitter's API is not exported on Windows, so nothing but tests may use it. */

/* Flags above the 26 bits of the line. */
#define HK_LINE_MASK 0x03ffffffu
#define HK_LAST (1u << 26)
#define HK_HAS_ERROR (1u << 27)
#define HK_NAMED (1u << 28)
#define HK_MISSING (1u << 29)
#define HK_ERROR (1u << 30)
#define HK_EXTRA (1u << 31)

/* One visible node, in preorder. `next` is the index of the first node after this node's subtree. */
typedef struct {
  uint32_t start, end, next;
  uint16_t symbol, field;
  uint32_t line_flags;
} hk_node;

/* ERROR and MISSING subtrees, those that no visible node shows included; `first` is the offset of the first one. */
typedef struct {
  uint32_t count, first;
} hk_errors;

/* What hk_parse returns for a source that it gave up. */
#define HK_TOO_MUCH UINT32_MAX

/* The order is that of Heck.Code.Syntax.Grammar. */
HK_EXPORT const TSLanguage *hk_language(uint32_t grammar);
HK_EXPORT uint32_t hk_symbol_count(const TSLanguage *language);
HK_EXPORT const char *hk_symbol_name(const TSLanguage *language, uint32_t symbol);
HK_EXPORT uint32_t hk_symbol_type(const TSLanguage *language, uint32_t symbol);
HK_EXPORT uint32_t hk_public_symbol(const TSLanguage *language, uint32_t symbol);
HK_EXPORT uint32_t hk_field_count(const TSLanguage *language);
HK_EXPORT const char *hk_field_name(const TSLanguage *language, uint32_t field);

/* Holds the tree of the last parse. Not thread-safe. */
typedef struct hk_parser hk_parser;
/* NULL when the runtime does not know the grammar's ABI. */
HK_EXPORT hk_parser *hk_parser_new(const TSLanguage *language);
HK_EXPORT void hk_parser_delete(hk_parser *parser);
/* Returns how many visible nodes the tree has; 0 when `*cancel` became other than zero; HK_TOO_MUCH when memory or work exceeds what any
 * sensible source of the length needs. `cancel` may be NULL. */
HK_EXPORT uint32_t hk_parse(hk_parser *parser, const char *utf8, uint32_t length, const volatile int32_t *cancel);
/* Writes every visible node of the last parse that was not cancelled and returns how many; 0 when `capacity` is too small.
 * HK_TOO_MUCH when they nest deeper than `deepest`. */
HK_EXPORT uint32_t hk_flatten(const hk_parser *parser, hk_node *out, uint32_t capacity, uint32_t deepest, hk_errors *errors);

#endif
