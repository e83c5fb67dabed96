// The clean plan's records that come in sets, and what makes the bare records of create_the_rest() believable.
#include <array>

#include "core/rules/rule_case.hpp"

namespace rancang::test {
namespace {
constexpr Date some_day{19'000};
constexpr std::array quadrants{Quadrant::strength, Quadrant::weakness, Quadrant::opportunity, Quadrant::threat};
constexpr std::array<std::array<char const*, 3>, 4> statements{{
    {"Wali kota memimpin sendiri", "Jaringan serat optik antarkantor", "Puskesmas tersebar merata"},
    {"Basis data belum terpadu", "Pranata komputer kurang", "Anggaran pemeliharaan kecil"},
    {"Bonus demografi", "Jalan tol baru", "Wisatawan bertambah"},
    {"Banjir tahunan", "Serangan siber", "Harga pangan naik"},
}};
}  // namespace

std::vector<Evidence> some_proof() { return {Evidence{.title = "Berita acara", .kind = EvidenceKind::minutes, .address = "arsip/1", .date = some_day}}; }

void CleanPlan::create_sets() {
  for (std::size_t i = 0; i < quadrants.size(); ++i)
    for (char const* statement : statements[i]) create(SwotItem{.quadrant = quadrants[i], .statement = statement});
  for (char const* keyword : {"Melayani", "Terhubung", "Tangguh"}) create(VisionKeyword{.keyword = keyword});
  create(Person{.name = "Asisten pembangunan", .body = Body::council, .decree_number = "188.45/12/2022"});
  create(Person{.name = "Kepala bidang aplikasi", .body = Body::team, .decree_number = "188.45/13/2022"});
  constexpr std::array<std::pair<char const*, Body>, 3> meetings{{{"Sidang Dewan", Body::council}, {"Rapat kerja", Body::team}, {"Temu wicara", Body::forum}}};
  for (auto const& [name, body] : meetings) create(Meeting{.name = name, .date = some_day, .body = body, .outsiders = true, .minutes = "Usul dicatat."});
}

void CleanPlan::mend_the_rest() {
  edit(first<StrategicIssue>(), [](StrategicIssue& r) { r.in_rpjmd = true; });
  edit(first<QuickWin>(), [](QuickWin& r) { r.is_presented = true; });
  edit(first<Risk>(), [this](Risk& r) { r.quick_win = first<QuickWin>(); });
  edit(first<Decision>(), [](Decision& r) { r.reason = "Diminta OPD pengampu"; });
  edit(first<Chapter>(), [](Chapter& r) { r.state = ChapterState::final; });
  edit(first<Collaboration>(), [](Collaboration& r) { r.partner_regions = "Kabupaten Tetangga"; });
  edit(first<ImpactSurvey>(), [](ImpactSurvey& r) { r.users = 400, r.respondents = 50; });
  edit(first<Instrument>(), [](Instrument& r) {
    r.weights = {{EvaluationBlock::output, Decimal{60'000'000}}, {EvaluationBlock::impact, Decimal{40'000'000}}};
    r.is_used = true;
  });
}

}  // namespace rancang::test
