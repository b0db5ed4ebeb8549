/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

G_BEGIN_DECLS

/* What people do with the registry, each one named edit that is undone at once.
 * The words of the cells are never touched. */

/* @merged is the same agency as @kept: its names become names of @kept, whatever
 * led to it leads to @kept, and it is gone. What @kept says of itself stands; where
 * it says nothing, what @merged says is taken over. */
gboolean  lt_document_merge_agencies   (LtDocument *self, LtAgency *kept, LtAgency *merged, GError **error);
/* The phrases (NULL-ended) become variants of @agency, in every cell at once; other
 * entries that claimed them as a short form or variant give them up. A phrase that is
 * the name of another entry is refused. */
gboolean  lt_document_name_phrases     (LtDocument *self, const char *const *phrases, LtAgency *agency,
                                        GError **error);
/* A new agency from a draft, with the phrases as its variants. Borrowed. */
LtAgency *lt_document_add_agency_for   (LtDocument *self, LtItem *draft, const char *const *phrases,
                                        GError **error);

/* What a phrase means in one cell; takes the place of what was said of it before.
 * @agency: NULL for LT_LINK_NOT_AGENCY alone. */
gboolean  lt_document_link_phrase      (LtDocument *self, LtAssignment *row, LtRole role, const char *phrase,
                                        LtLinkKind kind, LtAgency *agency, GError **error);
/* The parser has its way again with the phrase. */
gboolean  lt_document_unlink_phrase    (LtDocument *self, LtAssignment *row, LtRole role, const char *phrase,
                                        GError **error);

/* Where a hand has put an agency in the network, in points from the middle of the drawing. */
gboolean  lt_document_place_agency     (LtDocument *self, LtAgency *agency, double x, double y, GError **error);
/* All agencies stand where the layout puts them again. */
gboolean  lt_document_forget_places    (LtDocument *self, GError **error);

G_END_DECLS
