/* SPDX-License-Identifier: MIT */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "chart/lt-rect.h"

G_BEGIN_DECLS

/* Something that stands on a page and has a name of its own: a bar, a node. */
typedef struct {
  char *id;    /* unique on its page */
  char *kind;  /* words for a class: "bar assignment overdue" */
  char *title; /* a sentence for those who point at it */
  LtRect rect;
} LtPageRegion;

void lt_page_region_free (LtPageRegion *region);

/* Something that is drawn as pages of one size: a table, a timeline, a network.
 * One and the same drawing serves the screen, the printer, PDF, SVG and PNG. */
#define LT_TYPE_PAGES (lt_pages_get_type ())
G_DECLARE_INTERFACE (LtPages, lt_pages, LT, PAGES, GObject)

struct _LtPagesInterface {
  GTypeInterface parent_iface;

  guint (*get_n_pages) (LtPages *self);
  void (*get_page_size) (LtPages *self, double *width, double *height);
  const char *(*get_title) (LtPages *self);
  void (*draw_page) (LtPages *self, guint page, cairo_t *cr);
  GPtrArray *(*list_regions) (LtPages *self, guint page); /* optional, as the next two */
  double (*get_text_size) (LtPages *self);
  char *(*dup_warning) (LtPages *self);
};

/* At least 1. */
guint       lt_pages_get_n_pages   (LtPages *self);
/* The whole sheet in points, as it lies before the reader. */
void        lt_pages_get_page_size (LtPages *self, double *width, double *height);
const char *lt_pages_get_title     (LtPages *self);
/* Draws with the sheet's top left corner at the origin, one unit a point. The
 * ground is white whatever theme the program wears; the state of @cr is kept. */
void        lt_pages_draw_page     (LtPages *self, guint page, cairo_t *cr);
/* What on a page has a name, in the points of the page. The list may be empty.
 * (transfer full) (element-type LtPageRegion) */
GPtrArray  *lt_pages_list_regions  (LtPages *self, guint page);

/* Points of the words on the paper; 0 where they have their true size always. */
double      lt_pages_get_text_size (LtPages *self);
/* Translated sentences that say what is wrong with the pages, such as words too small to
 * read; NULL if nothing is. (transfer full) */
char       *lt_pages_dup_warning   (LtPages *self);

/* Some of the pages, as people write it: "2-3", "1,4-". Holds a reference to @pages.
 * Returns: (transfer full), NULL with LT_CHART_ERROR_RANGE */
LtPages    *lt_page_range_new      (LtPages *pages, const char *range, GError **error);

/* One after the other: the tables of a report that has several, each with page numbers
 * of its own. Sheets are as large as those of the first. @parts: (element-type LtPages),
 * not empty; each gets a reference. */
LtPages    *lt_page_sequence_new   (GPtrArray *parts);

G_END_DECLS
