/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-target.h"

G_BEGIN_DECLS

/* Figures that the words of a result set for themselves: "100% hộ dân được …", "đạt tỉ lệ 30%
 * (trong quý IV năm 2024)", "giảm từ 10 ngày xuống còn 03 ngày", "có 713 hộ …". A suggestion
 * to be looked over: numbers of documents, days, laws and steps are none.
 * Returns: (transfer full) (element-type LtTarget) drafts, in the order of the words */
GPtrArray *lt_target_words_list (const char *words);

G_END_DECLS
