// Cases of the rules that follow from a field's schema row, and of references.
#include "core/rules/rule_case.hpp"
#include "rules/check.hpp"

namespace rancang::test {

std::vector<RuleCase> field_cases() {
  return {
      {RuleId::field_required, "a name is emptied", [](CleanPlan& p) { p.edit(p.program, [](Program& r) { r.name.clear(); }); }},
      {RuleId::field_required, "a reference is emptied", [](CleanPlan& p) { p.edit(p.sub_dimension, [](SubDimension& r) { r.dimension = {}; }); }},
      {RuleId::field_required, "an enumeration is not chosen", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.region_type = RegionType::unset; }); }},
      {RuleId::field_required, "a row of a list has no title", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.data_sources[0].title.clear(); }); }},
      {RuleId::field_owed, "a field due at a gate is emptied", [](CleanPlan& p) { p.edit(p.program, [](Program& r) { r.description.clear(); }); }},
      {RuleId::field_owed, "a list of references is emptied", [](CleanPlan& p) { p.edit(p.mission, [](Mission& r) { r.from_rpjmd_missions.clear(); }); }},
      {RuleId::field_too_long, "a short name of 41 letters", [](CleanPlan& p) { p.edit(p.agency, [](Agency& r) { r.short_name = std::string(41, 'x'); }); }},
      {RuleId::field_too_long, "a text in a row of a list", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.data_sources[0].page = std::string(301, 'x'); }); }},
      {RuleId::field_too_small, "a share below zero", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.funding[0].share = Decimal{-1}; }); }},
      {RuleId::field_too_small, "a mission number of 0", [](CleanPlan& p) { p.edit(p.mission, [](Mission& r) { r.number = 0; }); }},
      {RuleId::field_too_small, "an amount below zero", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.funding[0].amounts.values = {{2023, {-5}}}; }); }},
      {RuleId::field_too_large, "a year past 2100", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.end_year = 2150; }); }},
      {RuleId::field_too_large, "a score of 100.5", [](CleanPlan& p) { p.edit(p.program, [](Program& r) { r.priority_score = Decimal{100'500'000}; }); }},
      {RuleId::field_hidden_character, "a tabulator in a name", [](CleanPlan& p) { p.edit(p.program, [](Program& r) { r.name = "Layanan\tizin"; }); }},
      {RuleId::field_hidden_character, "a right-to-left override in a name", [](CleanPlan& p) { p.edit(p.agency, [](Agency& r) { r.name = "Dinas \xE2\x80\xAE" "abc"; }); }},
      {RuleId::field_hidden_character, "a bell in prose", [](CleanPlan& p) { p.edit(p.program, [](Program& r) { r.description = "a\ab"; }); }},
      {RuleId::reference_missing, "a reference to nothing", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.lead_agency.value = {1, 2}; }); }},
      {RuleId::reference_missing, "one of several references", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.support_agencies = {{{1, 2}}}; }); }},
      {RuleId::reference_missing, "a reference in a row of a list", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.funding[0].funding_source.value = {1, 2}; }); }},
      {RuleId::reference_missing, "the target's creation is undone", [](CleanPlan& p) { p.erase(p.strategy); }},
      {RuleId::reference_in_trash, "the agency is deleted", [](CleanPlan& p) { p.remove(p.agency); }},
      {RuleId::reference_in_trash, "the funding source is deleted", [](CleanPlan& p) { p.remove(p.funding_source); }},
      {RuleId::reference_in_trash, "an indicator of an objective is deleted", [](CleanPlan& p) { p.remove(p.indicator); }},
      {RuleId::reference_other_dimension, "the row moves to another dimension",
       [](CleanPlan& p) {
         auto const other = p.create(Dimension{.code = "eco", .name = "Smart Economy"});
         p.edit(p.action_item, [&](ActionItem& r) { r.dimension = other; });
       }},
      {RuleId::reference_other_dimension, "the programme moves to another dimension",
       [](CleanPlan& p) {
         auto const other = p.create(Dimension{.code = "eco", .name = "Smart Economy"});
         p.edit(p.program, [&](Program& r) { r.dimension = other; });
       }},
  };
}

std::vector<RuleCase> record_cases() {
  return {
      {RuleId::record_conflict, "a merge left another name", [](CleanPlan& p) { p.leave_conflict(p.program, field_of<&Program::name>, std::string("Nama lain")); }},
      {RuleId::record_more_than_one, "a merge left two visions", [](CleanPlan& p) { p.create(Vision{.statement = "Visi kedua"}); }},
      {RuleId::record_duplicate_name, "two programmes of one name", [](CleanPlan& p) { p.copy(p.program); }},
      {RuleId::record_duplicate_name, "names that differ in case and blanks", [](CleanPlan& p) { p.create(FundingSource{.name = " apbd  KABUPATEN/kota", .short_name = "X"}); }},
      {RuleId::record_similar_name, "a slip of the pen", [](CleanPlan& p) { p.edit(p.copy(p.program), [](Program& r) { r.name = "Layanan perijinan terpadu"; }); }},
      {RuleId::record_similar_name, "other word order and small words", [](CleanPlan& p) { p.edit(p.copy(p.program), [](Program& r) { r.name = "Perizinan dan layanan terpadu"; }); }},
      {RuleId::record_duplicate_code, "two sub-dimensions of one code", [](CleanPlan& p) { p.edit(p.copy(p.sub_dimension), [](SubDimension& r) { r.name = "Lain"; }); }},
      {RuleId::agency_duplicate_short_name, "two agencies of one short name", [](CleanPlan& p) { p.edit(p.copy(p.agency), [](Agency& r) { r.name = "Inspektorat"; }); }},
      {RuleId::agency_no_contact, "the contact is emptied", [](CleanPlan& p) { p.edit(p.agency, [](Agency& r) { r.contact_name.clear(); }); }},
      {RuleId::agency_no_action_item, "an agency that nobody chose", [](CleanPlan& p) { p.create(Agency{.name = "Inspektorat", .short_name = "Insp"}); }},
      {RuleId::agency_no_action_item, "its only action item is dropped", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.status = RowStatus::dropped; }); }},
      {RuleId::dimension_no_program, "a new dimension", [](CleanPlan& p) { p.create(Dimension{.code = "eco", .name = "Smart Economy"}); }},
      {RuleId::dimension_no_program, "its only programme is deleted", [](CleanPlan& p) { p.remove(p.program); }},
      {RuleId::dimension_no_quick_win, "the only activity is unticked, the only quick win deleted",
       [](CleanPlan& p) {
         p.edit(p.action_item, [](ActionItem& r) { r.quick_win = false; });
         remove_first<QuickWin>(p);
       }},
      {RuleId::sub_dimension_no_objective, "the only objective is deleted", [](CleanPlan& p) { p.remove(p.objective); }},
      {RuleId::sub_dimension_no_strategy, "the only strategy is deleted", [](CleanPlan& p) { p.remove(p.strategy); }},
      {RuleId::rpjmd_mission_not_mapped, "the only mission that leans on it is deleted", [](CleanPlan& p) { p.remove(p.mission); }},
      {RuleId::rpjmd_mission_not_mapped, "a cell of the matrix that says none",
       [](CleanPlan& p) {
         p.remove(p.mission);
         p.create(MissionAlignment{.rpjmd_mission = p.rpjmd_mission, .dimension = p.dimension, .degree = Alignment::none});
       }},
  };
}

}  // namespace rancang::test
