/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of somebody's table holds. */
typedef enum {
  LT_IMPORT_COLUMN_NOTE,   /* has no place of its own: kept as a note under its heading */
  LT_IMPORT_COLUMN_NUMBER,
  LT_IMPORT_COLUMN_CODE,   /* "KH20_TT_N02.3.1" */
  LT_IMPORT_COLUMN_GROUP,  /* what several tasks belong to: Lĩnh vực, Nhóm nhiệm vụ */
  LT_IMPORT_COLUMN_NAME,   /* Mô hình, Nhiệm vụ, Nội dung */
  LT_IMPORT_COLUMN_OUTCOME,
  LT_IMPORT_COLUMN_START,
  LT_IMPORT_COLUMN_DEADLINE,
  LT_IMPORT_COLUMN_PERIOD, /* "Quý II" over cells that are ticked */
  LT_IMPORT_COLUMN_LEAD,
  LT_IMPORT_COLUMN_COORDINATION,
  LT_IMPORT_COLUMN_STATE,
  LT_IMPORT_COLUMN_PERCENT,
  LT_IMPORT_N_COLUMNS,
} LtImportColumn;

/* "number", "name" …: the KEY of --columns. */
const char    *lt_import_column_get_nick  (LtImportColumn column);
/* Untranslated: what the interface calls it. */
const char    *lt_import_column_get_title (LtImportColumn column);
/* FALSE if there is none of that name. */
gboolean       lt_import_column_from_nick (const char *nick, LtImportColumn *column);

/* From here on the whole heading was recognised, not a part of it. */
#define LT_IMPORT_SCORE_WHOLE 40

/* What the words of a heading say. @score: how surely, 0 where nothing is recognised. */
LtImportColumn lt_import_column_from_words (const char *heading, guint *score);

G_END_DECLS
