/* SPDX-License-Identifier: MIT */
#include "plan/lt-target-words.h"

GPtrArray *
lt_target_words_list (const char *words, const LtDeadlineContext *context)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}
