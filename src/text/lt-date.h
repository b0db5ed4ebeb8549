/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar day, counted from 1970-01-01 (day 0), proleptic Gregorian. */
typedef gint32 LtDay;

#define LT_DAY_NONE G_MININT32

/* Years that a plan may name. */
#define LT_YEAR_MIN 1
#define LT_YEAR_MAX 9999

/* LT_DAY_NONE for a day that does not exist. */
LtDay    lt_day_from_ymd          (int year, int month, int day);
/* Leaves the outputs alone and returns FALSE for LT_DAY_NONE. Any output may be NULL. */
gboolean lt_day_to_ymd            (LtDay day, int *year, int *month, int *day_of_month);
/* "2024-12-31"; LT_DAY_NONE if it is anything else (white space included). */
LtDay    lt_day_from_iso          (const char *text);
/* Accepts what a person types: ISO, or day first with / - or . ("02/8/2024", "31-12-24"). */
LtDay    lt_day_from_user         (const char *text);
/* (transfer full); NULL for LT_DAY_NONE. */
char    *lt_day_dup_iso           (LtDay day);
/* Official short form (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4): a leading zero
 * before days below 10 and months 1 and 2 only: "02/8/2024", "01/02/2026". */
char    *lt_day_dup_official      (LtDay day);
/* 1 = Monday … 7 = Sunday. */
int      lt_day_get_weekday       (LtDay day);
int      lt_year_month_days       (int year, int month);
/* The local calendar day, or LT_TODAY (ISO) from the environment, which fixes
 * the day for tests. */
LtDay    lt_day_today             (void);

G_END_DECLS
