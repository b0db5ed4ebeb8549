/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-flow.h"
#include "exchange/lt-xml.h"

G_BEGIN_DECLS

/* What a style or a run says of its letters; -1 where it says nothing. */
typedef struct {
  gint8 bold;
  gint8 capitals;
  gint8 hidden;
  gint8 legacy; /* LtLegacy */
} LtDocxLook;

typedef struct {
  LtDocxLook look;
  gint64 list;  /* numId; -1 where nothing is said */
  gint64 level; /* likewise */
} LtDocxStyle;

typedef struct _LtDocxStyles LtDocxStyles;

#define LT_DOCX_LOOK_NONE { -1, -1, -1, -1 }

/* Takes in one element of a <w:rPr>. */
void               lt_docx_look_read   (LtDocxLook *self, const LtXmlElement *element);

/* The styles of a document; none if @part is NULL or not there. */
LtDocxStyles      *lt_docx_styles_read (LtArchive *archive, const char *part, LtBudget *budget,
                                        GError **error);
void               lt_docx_styles_free (LtDocxStyles *self);
/* A style of paragraphs, with what it takes over from others; the default one if there is no
 * such style, or @id is NULL. Borrowed. */
const LtDocxStyle *lt_docx_styles_get  (LtDocxStyles *self, const char *id);
/* One of letters; NULL if there is no such style. Borrowed. */
const LtDocxStyle *lt_docx_styles_find (LtDocxStyles *self, const char *id);

/* How a run looks in the end; any may be NULL. */
void               lt_docx_look_settle (const LtDocxStyle *paragraph, const LtDocxStyle *character,
                                        const LtDocxLook *run, LtFlowLook *look, gboolean *hidden);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtDocxStyles, lt_docx_styles_free)

G_END_DECLS
