#pragma once
// Every rule of the product, one line each: name, stable id, severity, stage gate (domain.md 2.3), and for field rules how the field triggers it.
// Must not know: how a rule is checked (…_rules.cpp), the words of its sentence (catalogue: "finding.<id>", verb link "finding.<id>.fix").

// Trigger: `code` = a function decides. `empty` = the field is owed and empty. `owed` = the field is owed, a function decides when it counts as empty.
// `range` = the field is outside the limits of its schema. empty, owed and range replace the general sentence of field.required, field.owed, field.too_…
//
//        name                              id                                   severity  gate  trigger  field
#define RANCANG_RULES(RULE)                                                                                                                    \
  RULE(field_required,                    "field.required",                       error,   none, code,  "")                                    \
  RULE(field_owed,                        "field.owed",                           warning, none, code,  "")                                    \
  RULE(field_too_long,                    "field.too_long",                       error,   none, code,  "")                                    \
  RULE(field_too_small,                   "field.too_small",                      error,   none, code,  "")                                    \
  RULE(field_too_large,                   "field.too_large",                      error,   none, code,  "")                                    \
  RULE(field_hidden_character,            "field.hidden_character",               warning, none, code,  "")                                    \
  RULE(reference_missing,                 "reference.missing",                    error,   none, code,  "")                                    \
  RULE(reference_in_trash,                "reference.in_trash",                   error,   none, code,  "")                                    \
  RULE(reference_other_dimension,         "reference.other_dimension",            warning, none, code,  "")                                    \
  RULE(record_conflict,                   "record.conflict",                      error,   none, code,  "")                                    \
  RULE(record_more_than_one,              "record.more_than_one",                 error,   none, code,  "")                                    \
  RULE(record_duplicate_name,             "record.duplicate_name",                warning, none, code,  "")                                    \
  RULE(record_similar_name,               "record.similar_name",                  info,    none, code,  "")                                    \
  RULE(record_duplicate_code,             "record.duplicate_code",                warning, none, code,  "")                                    \
  RULE(plan_missing,                      "plan.missing",                         error,   none, code,  "")                                    \
  RULE(plan_no_start,                     "plan.no_start",                        error,   none, empty, "plan.plan_start")                     \
  RULE(plan_years_count,                  "plan.years_count",                     error,   none, range, "plan.plan_years")                     \
  RULE(plan_region_code_form,             "plan.region_code_form",                error,   none, code,  "")                                    \
  RULE(plan_bps_code_form,                "plan.bps_code_form",                   warning, none, code,  "")                                    \
  RULE(plan_no_rpjmd_period,              "plan.no_rpjmd_period",                 warning, i,    empty, "plan.rpjmd_start")                    \
  RULE(plan_rpjmd_end_before_start,       "plan.rpjmd_end_before_start",          error,   none, code,  "")                                    \
  RULE(plan_rpjmd_ends_early,             "plan.rpjmd_ends_early",                info,    none, code,  "")                                    \
  RULE(rpjmd_vision_missing,              "rpjmd_vision.missing",                 warning, i,    owed,  "rpjmd_vision.statement")              \
  RULE(rpjmd_mission_not_mapped,          "rpjmd_mission.not_mapped",             warning, ii,   code,  "")                                    \
  RULE(vision_missing,                    "vision.missing",                       warning, ii,   empty, "vision.statement")                    \
  RULE(agency_no_contact,                 "agency.no_contact",                    warning, i,    empty, "agency.contact_name")                 \
  RULE(agency_duplicate_short_name,       "agency.duplicate_short_name",          error,   none, code,  "")                                    \
  RULE(agency_no_action_item,             "agency.no_action_item",                info,    iii,  code,  "")                                    \
  RULE(dimension_no_program,              "dimension.no_program",                 warning, ii,   code,  "")                                    \
  RULE(dimension_no_quick_win,            "dimension.no_quick_win",               info,    iii,  code,  "")                                    \
  RULE(dimension_no_strategic_issue,            "dimension.no_strategic_issue",          warning, i,    code,  "")                             \
  RULE(legal_basis_no_number,                   "legal_basis.no_number",                 warning, none, code,  "")                             \
  RULE(attendance_replaces_self,                "attendance.replaces_self",              error,   none, code,  "")                             \
  RULE(data_request_no_value,                   "data_request.no_value",                 warning, i,    code,  "")                             \
  RULE(data_request_no_obstacle,                "data_request.no_obstacle",              warning, none, code,  "")                             \
  RULE(trend_no_response,                       "trend.no_response",                     warning, i,    code,  "")                             \
  RULE(readiness_sub_element_not_assessed,      "readiness_sub_element.not_assessed",    warning, i,    code,  "")                             \
  RULE(readiness_no_evidence,                   "readiness.no_evidence",                 warning, i,    code,  "")                             \
  RULE(gap_no_difference,                       "gap.no_difference",                     warning, none, code,  "")                             \
  RULE(swot_item_no_rating,                     "swot_item.no_rating",                   info,    none, code,  "")                             \
  RULE(cross_strategy_other_quadrant,           "cross_strategy.other_quadrant",         warning, none, code,  "")                             \
  RULE(sub_dimension_no_objective,        "sub_dimension.no_objective",           warning, ii,   code,  "")                                    \
  RULE(sub_dimension_no_strategy,         "sub_dimension.no_strategy",            warning, ii,   code,  "")                                    \
  RULE(objective_no_indicator,            "objective.no_indicator",               warning, iii,  empty, "objective.indicators")                \
  RULE(indicator_no_source,               "indicator.no_source",                  warning, iii,  empty, "indicator.data_sources")              \
  RULE(indicator_no_baseline,             "indicator.no_baseline",                warning, iii,  empty, "indicator.baseline")                  \
  RULE(indicator_no_targets,              "indicator.no_targets",                 warning, iii,  empty, "indicator.targets")                   \
  RULE(indicator_no_polarity,             "indicator.no_polarity",                warning, iii,  empty, "indicator.polarity")                  \
  RULE(indicator_targets_against_polarity, "indicator.targets_against_polarity",  warning, none, code,  "")                                    \
  RULE(indicator_targets_outside_plan,    "indicator.targets_outside_plan",       warning, none, code,  "")                                    \
  RULE(indicator_verifiable_no_formula,   "indicator.verifiable_no_formula",      warning, none, code,  "")                                    \
  RULE(indicator_verifiable_no_source,    "indicator.verifiable_no_source",       warning, none, code,  "")                                    \
  RULE(indicator_available_no_baseline,   "indicator.available_no_baseline",      warning, none, code,  "")                                    \
  RULE(indicator_tech_wording,            "indicator.tech_wording",               warning, none, code,  "")                                    \
  RULE(indicator_unused,                  "indicator.unused",                     info,    iii,  code,  "")                                    \
  RULE(program_no_mission,                "program.no_mission",                   warning, ii,   empty, "program.mission")                     \
  RULE(program_no_strategy,               "program.no_strategy",                  warning, ii,   empty, "program.strategy")                    \
  RULE(program_not_in_rpjmd,              "program.not_in_rpjmd",                 warning, ii,   code,  "")                                    \
  RULE(program_no_action_item,            "program.no_action_item",               warning, iii,  code,  "")                                    \
  RULE(program_only_application,          "program.only_application",             info,    none, code,  "")                                    \
  RULE(action_item_no_family,             "action_item.no_family",                warning, iii,  empty, "action_item.family")                  \
  RULE(action_item_no_agency,             "action_item.no_agency",                warning, iii,  empty, "action_item.lead_agency")             \
  RULE(action_item_lead_supports,         "action_item.lead_supports",            info,    none, code,  "")                                    \
  RULE(action_item_no_indicator,          "action_item.no_indicator",             warning, iii,  owed,  "action_item.indicator")               \
  RULE(action_item_no_unit,               "action_item.no_unit",                  warning, iii,  code,  "")                                    \
  RULE(action_item_no_baseline,           "action_item.no_baseline",              warning, iii,  owed,  "action_item.baseline")                \
  RULE(action_item_no_targets,            "action_item.no_targets",               warning, iii,  owed,  "action_item.targets")                 \
  RULE(action_item_targets_outside_plan,  "action_item.targets_outside_plan",     warning, none, code,  "")                                    \
  RULE(action_item_no_budget,             "action_item.no_budget",                warning, iii,  empty, "action_item.budget")                  \
  RULE(action_item_zero_budget,           "action_item.zero_budget",              warning, iii,  code,  "")                                    \
  RULE(action_item_negative_budget,       "action_item.negative_budget",          error,   none, range, "action_item.budget")                  \
  RULE(action_item_budget_outside_plan,   "action_item.budget_outside_plan",      warning, none, code,  "")                                    \
  RULE(action_item_budget_outside_time,   "action_item.budget_outside_time",      warning, none, code,  "")                                    \
  RULE(action_item_no_funding,            "action_item.no_funding",               warning, iii,  owed,  "action_item.funding")                 \
  RULE(action_item_funding_not_whole,     "action_item.funding_not_whole",        warning, iii,  code,  "")                                    \
  RULE(action_item_funding_not_budget,    "action_item.funding_not_budget",       warning, iii,  code,  "")                                    \
  RULE(action_item_no_start,              "action_item.no_start",                 warning, iii,  empty, "action_item.start_year")              \
  RULE(action_item_no_end,                "action_item.no_end",                   warning, iii,  empty, "action_item.end_year")                \
  RULE(action_item_end_before_start,      "action_item.end_before_start",         error,   none, code,  "")                                    \
  RULE(action_item_time_outside_plan,     "action_item.time_outside_plan",        warning, none, code,  "")                                    \
  RULE(action_item_quick_win_late,        "action_item.quick_win_late",           warning, iii,  code,  "")                                    \
  RULE(action_item_code_unreadable,       "action_item.code_unreadable",          warning, none, code,  "")                                    \
  RULE(action_item_code_form,             "action_item.code_form",                warning, none, code,  "")                                    \
  RULE(action_item_code_edition,          "action_item.code_edition",             warning, none, code,  "")                                    \
  RULE(action_item_code_too_short,        "action_item.code_too_short",           info,    iv,   code,  "")                                    \
  RULE(action_item_code_province,         "action_item.code_province",            warning, none, code,  "")                                    \
  RULE(action_item_no_code,               "action_item.no_code",                  warning, iv,   code,  "")
