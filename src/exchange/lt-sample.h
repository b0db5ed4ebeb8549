/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* The plan of 14 models that Hải Phòng issued in 2024, with the agencies that it
 * names, as a draft. It comes with the program; every call makes new ids.
 * Returns: (transfer full), NULL with LT_EXCHANGE_ERROR or G_RESOURCE_ERROR */
LtBook *lt_sample_new (GError **error);

G_END_DECLS
