#pragma once
// What stands in the menu, stage by stage: under which stage people look for a form is a decision, not something that its table could say.
// Must not know: how the menu is drawn.
#include <array>
#include <span>

#include "ui/icons_generated.hpp"
#include "ui/route.hpp"

namespace rancang {

struct NavigationItem {
  Screen screen;
  RecordType type;
  char const* icon;
  std::uint8_t kind = 0;  // only the rows of this kind
};
struct NavigationGroup {
  std::string_view key;  // catalogue "nav.<key>"; "" = no head
  std::span<NavigationItem const> items;
};

namespace navigation {
template <class R>
constexpr NavigationItem records(char const* icon) {
  return {Screen::records, record_type<R>, icon};
}
inline constexpr NavigationItem whole_action_plan = records<ActionItem>(icon::table_2);
constexpr NavigationItem family(ActionFamily family, char const* icon) { return {Screen::records, whole_action_plan.type, icon, static_cast<std::uint8_t>(family)}; }

inline constexpr std::array top{NavigationItem{Screen::task, RecordType::none, icon::clipboard_list},
                                NavigationItem{Screen::findings, RecordType::none, icon::list_checks}, NavigationItem{Screen::conflicts, RecordType::none, icon::split},
                                NavigationItem{Screen::changes, RecordType::none, icon::git_compare_arrows},
                                NavigationItem{Screen::history, RecordType::none, icon::history},
                                NavigationItem{Screen::trash, RecordType::none, icon::trash_2}};
inline constexpr std::array preparation{records<Plan>(icon::id_card), records<LegalBasis>(icon::stamp), records<Agency>(icon::building_2), records<Person>(icon::users),
                                        records<Dimension>(icon::grid_2x2), records<SubDimension>(icon::list_tree)};
inline constexpr std::array clock{NavigationItem{Screen::stages, RecordType::none, icon::calendar_days}, NavigationItem{Screen::owed, RecordType::none, icon::building_2},
                                  records<Workshop>(icon::calendar_days), records<StageOutput>(icon::list_checks),
                                  NavigationItem{Screen::attendance, RecordType::none, icon::clipboard_check}, records<Attendance>(icon::users),
                                  records<Meeting>(icon::message_square), records<Decision>(icon::flag)};
inline constexpr std::array analysis{records<ProfileFigure>(icon::map), records<DataRequest>(icon::clipboard_list), records<Trend>(icon::telescope),
                                     records<Potential>(icon::sparkles), records<PolicyContext>(icon::landmark), records<ReadinessElement>(icon::puzzle),
                                     records<ReadinessSubElement>(icon::list_tree), records<Readiness>(icon::gauge), records<Gap>(icon::scale),
                                     records<SwotItem>(icon::grid_2x2), records<CrossStrategy>(icon::waypoints), records<StrategicIssue>(icon::siren),
                                     records<VisionKeyword>(icon::lightbulb), records<RpjmdVision>(icon::eye), records<RpjmdMission>(icon::flag),
                                     records<RpjmdGoal>(icon::target), records<RpjmdObjective>(icon::goal), records<RpjmdProgram>(icon::book_open)};
inline constexpr std::array strategy{records<Vision>(icon::eye), records<Mission>(icon::compass), records<MissionAlignment>(icon::waypoints),
                                     records<Objective>(icon::goal), records<Strategy>(icon::route), records<Program>(icon::list_tree)};
inline constexpr std::array action{whole_action_plan, family(ActionFamily::policy, icon::scale), family(ActionFamily::institution, icon::landmark),
                                   family(ActionFamily::people, icon::users), family(ActionFamily::infrastructure, icon::network),
                                   family(ActionFamily::application, icon::smartphone), family(ActionFamily::literacy, icon::megaphone),
                                   records<FundingSource>(icon::wallet), records<RoadmapPhase>(icon::chart_gantt), records<Milestone>(icon::milestone),
                                   records<QuickWin>(icon::zap), records<QuickWinCriterion>(icon::list_checks), records<QuickWinScore>(icon::gauge)};
inline constexpr std::array closing{records<Indicator>(icon::trending_up), records<Risk>(icon::shield_alert), records<Book>(icon::book_open), records<Chapter>(icon::file_text),
                                    records<Commitment>(icon::signature), records<Collaboration>(icon::handshake)};
inline constexpr std::array evaluation{records<MonitoringEntry>(icon::activity), records<ImpactSurvey>(icon::trending_up), records<Instrument>(icon::sliders_horizontal),
                                       records<Question>(icon::circle_question_mark), records<SelfAssessment>(icon::clipboard_check)};
inline constexpr std::array library{records<Nomenclature>(icon::list_tree), records<SniIndicator>(icon::scale)};
inline constexpr std::array keeping{NavigationItem{Screen::slices, RecordType::none, icon::share_2}, NavigationItem{Screen::merge, RecordType::none, icon::git_merge},
                                    NavigationItem{Screen::folder, RecordType::none, icon::hard_drive},
                                    records<IssuedSlice>(icon::handshake), records<MutedFinding>(icon::circle_check)};

inline constexpr std::array groups{NavigationGroup{"", top},
                                   NavigationGroup{"clock", clock},
                                   NavigationGroup{"preparation", preparation},
                                   NavigationGroup{"bimtek_i", analysis},
                                   NavigationGroup{"bimtek_ii", strategy},
                                   NavigationGroup{"bimtek_iii", action},
                                   NavigationGroup{"bimtek_iv", closing},
                                   NavigationGroup{"evaluation", evaluation},
                                   NavigationGroup{"library", library},
                                   NavigationGroup{"keeping", keeping}};
}  // namespace navigation

}  // namespace rancang
