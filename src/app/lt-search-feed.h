/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-search.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* The document's search index, borrowed, made at the first call and told of
 * every change from then on. */
LtSearch *lt_search_feed_get (LtDocument *document);

G_END_DECLS
