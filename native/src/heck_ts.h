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

/* The order is that of Heck.Code.Syntax.Grammar. */
HK_EXPORT const TSLanguage *hk_language(uint32_t grammar);
HK_EXPORT uint32_t hk_symbol_count(const TSLanguage *language);
HK_EXPORT const char *hk_symbol_name(const TSLanguage *language, uint32_t symbol);
HK_EXPORT uint32_t hk_symbol_type(const TSLanguage *language, uint32_t symbol);
HK_EXPORT uint32_t hk_public_symbol(const TSLanguage *language, uint32_t symbol);
HK_EXPORT uint32_t hk_field_count(const TSLanguage *language);
HK_EXPORT const char *hk_field_name(const TSLanguage *language, uint32_t field);

/* NULL when the runtime does not know the grammar's ABI. */
HK_EXPORT TSParser *hk_parser_new(const TSLanguage *language);
HK_EXPORT void hk_parser_delete(TSParser *parser);
/* NULL when `*cancel` became other than zero; `cancel` may be NULL. */
HK_EXPORT TSTree *hk_parse(TSParser *parser, const char *utf8, uint32_t length, const volatile int32_t *cancel);
HK_EXPORT void hk_tree_delete(TSTree *tree);
HK_EXPORT uint32_t hk_node_count(const TSTree *tree);
/* Writes every visible node and returns how many; 0 when `capacity` is less than hk_node_count. */
HK_EXPORT uint32_t hk_flatten(const TSTree *tree, hk_node *out, uint32_t capacity, hk_errors *errors);

#endif
