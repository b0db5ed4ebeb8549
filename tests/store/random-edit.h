/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

/* One random edit of any sort: the same @random gives the same edit on the same
 * book, but for the ids of new rows. FALSE for an edit that the
 * document refused as invalid; any other failure ends the test. */
gboolean random_edit_apply (LtDocument *document, GRand *random);
