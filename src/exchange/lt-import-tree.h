/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-import-sheet.h"

G_BEGIN_DECLS

/* One duty inside a node: a lead with its deadline, and the results it is for. */
typedef struct {
  const LtImportSheet *sheet;
  guint row;
  GString *outcomes;
  GString *start;
  GString *deadline;
  GString *lead;
  GString *coordination;
  const LtCell *state;   /* borrowed; NULL where no column says it */
  const LtCell *percent;
  GString *note;     /* "Heading: words", one a line */
  gboolean own;      /* it has duties, be they merged with those above */
  gboolean fresh;    /* … that stand in its own row */
  gboolean deadline_joined;
  guint taken_over;  /* 1u << LtImportColumn: the cell says that it is the same as above, or its blank does */
} LtImportPart;

/* A row that stands for itself, with the rows that belong to it. */
typedef struct _LtImportNode LtImportNode;
struct _LtImportNode {
  const LtImportSheet *sheet;
  guint row;
  guint rank;
  LtImportNumber number;
  char *label;         /* the number as it stands there */
  char *group;         /* what the column of groups says; NULL without one */
  gboolean group_fresh; /* … for the first time */
  GString *name;
  gboolean line;       /* a row of words alone */
  gboolean heading;
  GPtrArray *parts;    /* (element-type LtImportPart), at least one */
  GPtrArray *children; /* (element-type LtImportNode) */
};

/* The rows of @sheets (element-type LtImportSheet), all of one table, as a forest.
 * Roles of rows are made sure on the way. (transfer full) (element-type LtImportNode) */
GPtrArray *lt_import_tree_new       (GPtrArray *sheets);

/* It has no duties and no results of its own. */
gboolean   lt_import_node_is_bare   (const LtImportNode *self);

G_END_DECLS
