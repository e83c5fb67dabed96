#pragma once
// F-26 Penilaian mandiri: instruments with their weights, the questions, the answers with evidence and the scores of the assessors (domain.md 7.3, 7.4).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class EvaluationBlock : std::uint8_t { unset, baseline, output, outcome, impact, quick_win, collaboration };
template <>
struct EnumTable<EvaluationBlock> {
  static constexpr auto name = "evaluation_block"sv;
  static constexpr std::array names{""sv, "baseline"sv, "output"sv, "outcome"sv, "impact"sv, "quick_win"sv, "collaboration"sv};
};

enum class Cohort : std::uint8_t { unset, established, first_year, kppn_ikn };
template <>
struct EnumTable<Cohort> {
  static constexpr auto name = "cohort_kind"sv;
  static constexpr std::array names{""sv, "established"sv, "first_year"sv, "kppn_ikn"sv};
};

struct BlockWeight {
  EvaluationBlock block = EvaluationBlock::unset;
  std::optional<Decimal> weight;  // percent
  friend bool operator==(BlockWeight const&, BlockWeight const&) = default;
};
template <>
struct Schema<BlockWeight> {
  static constexpr auto name = "block_weight"sv;
  static constexpr auto fields = std::tuple{
      field<&BlockWeight::block>("block", {.required = true}),
      field<&BlockWeight::weight>("weight", {.required = true, .min = 0, .max = 100}),
  };
};

struct Instrument {
  std::string name;
  Year year = 0;
  Cohort cohort = Cohort::unset;
  std::vector<BlockWeight> weights;
  bool is_used = false;  // the one this region is assessed with
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Instrument> {
  static constexpr auto name = "instrument"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&Instrument::name>("name", {.required = true, .max_length = 160, .role = Role::title}),
      field<&Instrument::year>("year", {.required = true, .min = 1900, .max = 2100}),
      field<&Instrument::cohort>("cohort", {.required = true}),
      field<&Instrument::weights>("weights", {.required = true}),
      field<&Instrument::is_used>("is_used"),
      field<&Instrument::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Instrument::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Instrument::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Instrument::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

enum class AnswerKind : std::uint8_t { unset, document, list, percent, figure, statement, survey };
template <>
struct EnumTable<AnswerKind> {
  static constexpr auto name = "answer_kind"sv;
  static constexpr std::array names{""sv, "document"sv, "list"sv, "percent"sv, "figure"sv, "statement"sv, "survey"sv};
};

struct Question {
  std::string code;
  std::string statement;
  EvaluationBlock block = EvaluationBlock::unset;
  std::vector<Id<Instrument>> instruments;
  AnswerKind answer_kind = AnswerKind::unset;
  std::string expected;  // what proves the answer
  Id<Dimension> dimension;
  Id<SubDimension> sub_dimension;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<Question> {
  static constexpr auto name = "question"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&Question::code>("code", {.required = true, .max_length = 12, .role = Role::code}),
      field<&Question::statement>("statement", {.required = true, .max_length = 600, .role = Role::title}),
      field<&Question::block>("block", {.required = true}),
      field<&Question::instruments>("instruments", {.required = true, .merge = Merge::unite}),
      field<&Question::answer_kind>("answer_kind"),
      field<&Question::expected>("expected", {.max_length = 300}),
      field<&Question::dimension>("dimension"),
      field<&Question::sub_dimension>("sub_dimension"),
      field<&Question::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Question::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Question::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

struct AssessorScore {
  std::string assessor;
  std::optional<std::int64_t> score;
  std::string remark;
  friend bool operator==(AssessorScore const&, AssessorScore const&) = default;
};
template <>
struct Schema<AssessorScore> {
  static constexpr auto name = "assessor_score"sv;
  static constexpr auto fields = std::tuple{
      field<&AssessorScore::assessor>("assessor", {.required = true, .max_length = 120, .role = Role::title}),
      field<&AssessorScore::score>("score", {.required = true, .min = 0, .max = 4}),
      field<&AssessorScore::remark>("remark", {.max_length = 300}),
  };
};

struct SelfAssessment {
  Id<Question> question;
  Year year = 0;
  std::string answer;
  std::optional<std::int64_t> self_score;
  std::vector<Evidence> proof;
  Id<Agency> agency;
  std::vector<AssessorScore> assessor_scores;
  std::optional<Decimal> final_score;
  std::string recommendation;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Certainty certainty = Certainty::unset;
  std::string note;
};
template <>
struct Schema<SelfAssessment> {
  static constexpr auto name = "self_assessment"sv;
  static constexpr auto fields = std::tuple{
      field<&SelfAssessment::question>("question", {.required = true}),
      field<&SelfAssessment::year>("year", {.required = true, .min = 2000, .max = 2100}),
      field<&SelfAssessment::answer>("answer", {.prose = true, .max_length = 4000}),
      field<&SelfAssessment::self_score>("self_score", {.min = 0, .max = 4}),
      field<&SelfAssessment::proof>("proof"),
      field<&SelfAssessment::agency>("agency"),
      field<&SelfAssessment::assessor_scores>("assessor_scores"),
      field<&SelfAssessment::final_score>("final_score", {.min = 0, .max = 4}),
      field<&SelfAssessment::recommendation>("recommendation", {.prose = true, .max_length = 2000}),
      field<&SelfAssessment::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&SelfAssessment::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&SelfAssessment::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&SelfAssessment::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
