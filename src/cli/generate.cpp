#include "cli/generate.hpp"

#include <algorithm>
#include <string>

#include "cli/generate_words_data.hpp"

namespace rancang {
namespace {
constexpr Year first_year = 2023;
constexpr int years = 5;
constexpr std::int64_t order_step = 1 << 20;
constexpr std::uint64_t start_ms = 1'640'995'200'000;  // 1 January 2022: the ids' time, one millisecond a record

// SplitMix64: small, even, and the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t bits() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::int64_t below(std::int64_t limit) { return static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(limit)); }
  bool one_in(std::int64_t count) { return below(count) == 0; }
  template <class List>
  auto const& pick(List const& list) {
    return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(list.size())))];
  }

 private:
  std::uint64_t state_;
};

std::string join(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (auto part : parts) (out += out.empty() ? "" : " ") += part;
  return out;
}

class Maker {
 public:
  Maker(int action_items, std::uint64_t seed) : action_items_(std::max(action_items, 0)), dice_(seed) {}

  Document make() {
    document_.plan_id = next_id();
    ReplicaId const replica = make_replica(dice_.bits());
    causal_ = created_by(replica);
    document_.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::map<ReplicaId, ReplicaInfo>{{replica, {"Rencana buatan", {}}}});
    plan();
    shared_lists();
    rpjmd();
    chain();
    programs();
    action_items();
    for (std::size_t type = 0; type < record_type_count; ++type) document_.tables[type].assign(std::move(nodes_[type]));
    return std::move(document_);
  }

 private:
  Ulid next_id() {
    std::uint64_t const high = dice_.bits();
    return make_ulid(start_ms + made_++, high, dice_.bits());
  }

  template <class R>
  R& add(Id<R>& id) {
    id.value = next_id();
    auto node = make_node(record_type<R>, id.value);
    node->causal = causal_;
    R& record = node->template as<R>();
    auto& list = nodes_[index_of(record_type<R>)];
    if constexpr (requires { record.order; }) record.order = static_cast<std::int64_t>(list.size() + 1) * order_step;
    list.push_back(std::move(node));
    return record;
  }
  template <class R>
  R& add(std::vector<Id<R>>& ids) {
    return add(ids.emplace_back());
  }

  void plan() {
    Id<Plan> id;
    Plan& plan = add(id);
    plan.region_name = "Nusa Cendana";
    plan.region_type = RegionType::kota;
    plan.province = "Nusa Raya";
    plan.region_code = "99.71";
    plan.head_title = HeadTitle::wali_kota;
    plan.head_name = "Wali Kota Nusa Cendana";
    plan.plan_start = first_year;
    plan.plan_years = years;
    plan.rpjmd_start = 2021;
    plan.rpjmd_end = 2026;
    plan.certainty = Certainty::illustration;
  }

  void shared_lists() {
    for (auto const& word : words::agencies) {
      Agency& agency = add(agencies_);
      agency.name = word.name;
      agency.short_name = word.short_name;
      agency.group = word.name.substr(0, 5) == "Dinas" ? AgencyGroup::dinas : AgencyGroup::lainnya;
      agency.contact_name = "Kepala Subbagian Program";
    }
    for (auto const& word : words::dimensions) {
      Dimension& dimension = add(dimensions_);
      dimension.code = word.code;
      dimension.name = word.name;
      for (std::size_t i = 0; i < word.sub_names.size(); ++i) {
        SubDimension& sub = add(sub_dimensions_);
        sub.dimension = dimensions_.back();
        sub.code = word.sub_codes[i];
        sub.name = word.sub_names[i];
      }
    }
    for (auto name : words::funding) {
      FundingSource& source = add(funding_);
      source.name = source.short_name = name;
      source.group = name.substr(0, 4) == "APBD" ? FundingGroup::apbd : FundingGroup::non_apbd;
    }
  }

  void rpjmd() {
    Id<RpjmdVision> vision;
    add(vision).statement = "Nusa Cendana yang maju, sejahtera, dan berbudaya";
    for (int number = 1; number <= 5; ++number) {
      RpjmdMission& mission = add(rpjmd_missions_);
      mission.number = number;
      mission.text = join({dice_.pick(words::verbs), "pelayanan dan daya saing daerah tahap", std::to_string(number)});
      std::vector<Id<RpjmdGoal>> goals;
      RpjmdGoal& goal = add(goals);
      goal.mission = rpjmd_missions_.back();
      goal.text = join({"Terwujudnya", dice_.pick(dice_.pick(words::dimensions).objects)});
      RpjmdObjective& objective = add(rpjmd_objectives_);
      objective.goal = goals.back();
      objective.text = join({"Meningkatnya", dice_.pick(dice_.pick(words::dimensions).objects)});
    }
  }

  void chain() {
    Id<Vision> vision;
    add(vision).statement = "Nusa Cendana kota cerdas yang melayani dan lestari";
    for (std::size_t i = 0; i < dimensions_.size(); ++i) {
      Mission& mission = add(missions_);
      mission.number = static_cast<std::int64_t>(i) + 1;
      mission.dimension = dimensions_[i];
      mission.text = join({"Mewujudkan", words::dimensions[i].name, "yang terpadu"});
      mission.from_rpjmd_missions = {dice_.pick(rpjmd_missions_)};
    }
    for (std::size_t i = 0; i < sub_dimensions_.size(); ++i) {
      std::size_t const dimension = i / 3;
      indicator(dimension, i);
      Objective& objective = add(objectives_);
      objective.dimension = dimensions_[dimension];
      objective.sub_dimension = sub_dimensions_[i];
      objective.statement = join({"Meningkatnya mutu", dice_.pick(words::dimensions[dimension].objects)});
      objective.indicators = {indicators_.back()};
      objective.rpjmd_objective = dice_.pick(rpjmd_objectives_);
      Strategy& strategy = add(strategies_);
      strategy.dimension = objective.dimension;
      strategy.sub_dimension = objective.sub_dimension;
      strategy.text = join({dice_.pick(words::verbs), dice_.pick(words::dimensions[dimension].objects), "bersama warga"});
      strategy.objective = objectives_.back();
      strategy.horizon = Horizon::medium_term;
    }
  }

  void indicator(std::size_t dimension, std::size_t sub) {
    auto const& word = dice_.pick(words::indicators);
    Indicator& indicator = add(indicators_);
    indicator.name = join({word.name, words::dimensions[dimension].sub_names[sub % 3]});
    indicator.unit = word.unit;
    indicator.polarity = Polarity::higher_is_better;
    indicator.dimension = dimensions_[dimension];
    indicator.sub_dimension = sub_dimensions_[sub];
    indicator.owner_agency = dice_.pick(agencies_);
    indicator.baseline_year = first_year - 1;
    indicator.data_sources = {{"Laporan kinerja perangkat daerah", first_year - 1, ""}};
    indicator.baseline = measure(indicator.targets, word.most);
  }

  // Yearly targets climbing from a baseline, in tenths.
  Decimal measure(YearSeries<Decimal>& targets, int most) {
    std::int64_t tenths = dice_.below(most * 5);
    Decimal const baseline{tenths * (micros_per_unit / 10)};
    for (Year year = first_year; year < first_year + years; ++year) {
      tenths += 1 + dice_.below(most);
      targets.values.emplace_back(year, Decimal{tenths * (micros_per_unit / 10)});
    }
    return baseline;
  }

  void programs() {
    int const count = (action_items_ + 3) / 4;
    for (int i = 0; i < count; ++i) {
      std::size_t const sub = static_cast<std::size_t>(dice_.below(static_cast<std::int64_t>(sub_dimensions_.size())));
      Program& program = add(programs_);
      program.dimension = dimensions_[sub / 3];
      program.sub_dimension = sub_dimensions_[sub];
      program.mission = missions_[sub / 3];
      program.strategy = strategies_[sub];
      program.name = join({dice_.pick(words::verbs), dice_.pick(words::dimensions[sub / 3].objects), dice_.pick(words::areas)});
      program.horizon = Horizon::medium_term;
      program.lead_agency = dice_.pick(agencies_);
      program_subs_.push_back(sub);
    }
  }

  void action_items() {
    for (int i = 0; i < action_items_; ++i) action_item(static_cast<std::size_t>(i) / 4);
  }

  void action_item(std::size_t program) {
    std::size_t const sub = program_subs_[program];
    auto const& word = dice_.pick(words::indicators);
    Id<ActionItem> id;
    ActionItem& item = add(id);
    item.dimension = dimensions_[sub / 3];
    item.sub_dimension = sub_dimensions_[sub];
    item.program = programs_[program];
    item.name = join({dice_.pick(words::works), dice_.pick(words::dimensions[sub / 3].objects), dice_.pick(words::areas)});
    item.family = static_cast<ActionFamily>(1 + dice_.below(7));
    item.lead_agency = dice_.pick(agencies_);
    item.output_indicator = word.name;
    item.unit = word.unit;
    item.baseline = measure(item.targets, word.most);
    std::int64_t const scale = std::int64_t{10} << dice_.below(8);
    item.start_year = static_cast<Year>(first_year + dice_.below(2));
    item.end_year = static_cast<Year>(first_year + years - 1 - dice_.below(2));
    for (Year year = item.start_year; year <= item.end_year; ++year) item.budget.values.emplace_back(year, Money{(1 + dice_.below(scale)) * 1'000'000});
    item.funding = {{dice_.pick(funding_), Decimal{100 * micros_per_unit}, {}}};
    item.quick_win = dice_.one_in(20);
    item.status = static_cast<RowStatus>(dice_.below(3));
    if (dice_.one_in(20)) item.note = dice_.pick(words::notes);
  }

  int action_items_;
  Dice dice_;
  Document document_;
  CausalPtr causal_;
  std::uint64_t made_ = 0;
  std::array<std::vector<NodePtr>, record_type_count> nodes_;
  std::vector<Id<Agency>> agencies_;
  std::vector<Id<Dimension>> dimensions_;
  std::vector<Id<SubDimension>> sub_dimensions_;
  std::vector<Id<FundingSource>> funding_;
  std::vector<Id<RpjmdMission>> rpjmd_missions_;
  std::vector<Id<RpjmdObjective>> rpjmd_objectives_;
  std::vector<Id<Mission>> missions_;
  std::vector<Id<Indicator>> indicators_;
  std::vector<Id<Objective>> objectives_;
  std::vector<Id<Strategy>> strategies_;
  std::vector<Id<Program>> programs_;
  std::vector<std::size_t> program_subs_;
};
}  // namespace

Document generate_plan(int action_items, std::uint64_t seed) { return Maker(action_items, seed).make(); }

}  // namespace rancang
