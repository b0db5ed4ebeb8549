/* SPDX-License-Identifier: MIT */
#pragma once

/* What a reader and a writer of the JSON form have to agree on. */
#define LT_JSON_FORMAT "lotrinh"
#define LT_JSON_VERSION 1
#define LT_JSON_KEY_FORMAT "format"
#define LT_JSON_KEY_VERSION "version"
#define LT_JSON_KEY_ID "id"
