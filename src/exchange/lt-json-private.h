/* SPDX-License-Identifier: MIT */
#pragma once

/* What a reader and a writer of the JSON form have to agree on. */
#define LT_JSON_FORMAT "lotrinh"
#define LT_JSON_VERSION 2
/* A book without baselines says no more than this, and programs of then read it. */
#define LT_JSON_VERSION_WITHOUT_BASELINES 1
#define LT_JSON_KEY_FORMAT "format"
#define LT_JSON_KEY_VERSION "version"
#define LT_JSON_KEY_ID "id"
