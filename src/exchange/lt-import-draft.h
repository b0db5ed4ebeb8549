/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-import-sheet.h"
#include "exchange/lt-reading.h"
#include "plan/lt-book.h"

G_BEGIN_DECLS

/* Where in somebody's tables something stands. */
typedef struct {
  guint sheet;
  guint row;
  guint column; /* G_MAXUINT for the whole row */
} LtImportPlace;

typedef struct {
  char *where;         /* "Sheet1, B12" */
  char *what;          /* a translated sentence */
  gboolean has_place;
  LtImportPlace place;
} LtImportDoubt;

/* What would be taken in. */
typedef struct {
  LtBook *book;        /* a draft: belongs to no file; knows the agencies it was made with */
  GPtrArray *doubts;   /* (element-type LtImportDoubt), in the order of the tables */
  GHashTable *places;  /* LtItem -> LtImportPlace: where an item was read */
} LtImportDraft;

/* Names, kinds and days of the agencies, for use away from the main thread. (transfer full) */
LtRegistry    *lt_import_copy_registry (LtRegistry *registry);

/* @sheets: (element-type LtImportSheet), those that are used; several of one table follow
 * each other. @registry (nullable) is copied into the draft, so that names are known. */
LtImportDraft *lt_import_draft_new   (GPtrArray *sheets, LtRegistry *registry);
void           lt_import_draft_free  (LtImportDraft *self);
/* Takes @what. @place may be NULL; then @where says where. */
void           lt_import_draft_doubt (LtImportDraft *self, const LtImportPlace *place,
                                      const char *where, char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtImportDraft, lt_import_draft_free)

G_END_DECLS
