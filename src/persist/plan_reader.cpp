#include "persist/plan_reader.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "persist/line_lane.hpp"

namespace rancang {
namespace {
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t least_piece = 64u << 10;
constexpr std::size_t records_per_kilobyte = 2;

// Files that went through a program of another system end their lines with CR LF.
std::string_view without_return(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }
}  // namespace

struct PlanReader::State {
  enum class Phase { start, lines, whole, finish, done, failed };

  std::string owned;
  ByteSource source;
  ReadLimits limits;
  json::Budget budget;
  std::unique_ptr<PlanBuilder> builder;
  std::unique_ptr<LineLane> lane;
  Hash64 hash;
  std::uint64_t checksum = 0;
  std::size_t offset = 0, finished = 0;
  Phase phase = Phase::start;
  Error error;

  State(ByteSource bytes, ReadLimits const& given) : source(std::move(bytes)), limits(given) {}

  void fail(Error why) {
    error = std::move(why);
    phase = Phase::failed;
  }

  void reset(bool lines) {
    budget = json::budget_for(source.size, limits);
    builder = std::make_unique<PlanBuilder>(budget);
    lane = lines ? std::make_unique<LineLane>(*builder, budget) : nullptr;
  }

  void start() {
    if (source.size > limits.file_bytes) return fail(rancang::error("file.too_large", {std::to_string(limits.file_bytes >> 20)}));
    std::string_view const head = source.read(0, std::min<std::size_t>(source.size, 64));
    std::string_view const mark = head.substr(0, 2);
    if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return fail(rancang::error("file.utf16"));
    offset = head.substr(0, 3) == utf8_mark ? 3 : 0;
    reset(true);
    phase = Phase::lines;
  }

  // Takes whole lines; what stands before "end" is hashed as it goes by.
  void lines(std::size_t size) {
    size = std::max(size, least_piece);
    std::string_view const piece = source.read(offset, std::min(size, source.size - offset));
    bool const at_end = offset + piece.size() == source.size;
    std::size_t at = 0;
    for (std::size_t end; (end = piece.find('\n', at)) != std::string_view::npos; at = end + 1) {
      // A line end after the last line is no reason to take the long way.
      if (at_end && LineLane::is_end(piece.substr(at, end - at)) && is_blank(piece.substr(end))) break;
      if (!lane->line(without_return(piece.substr(at, end - at)))) return whole_next();
    }
    hash.add(piece.substr(0, at));
    offset += at;
    if (!at_end) return at == 0 ? lines(size * 2) : void();
    std::string_view const last = piece.substr(at);
    if (!lane->last_line(without_return(last.substr(0, last.find('\n'))))) return whole_next();
    checksum = hash.value();
    phase = Phase::finish;
  }

  void whole_next() {
    lane.reset();
    phase = Phase::whole;
  }

  void whole() {
    std::string_view text = source.read(0, source.size);
    if (text.substr(0, 3) == utf8_mark) text.remove_prefix(3);
    if (is_blank(text)) return fail(rancang::error("file.empty"));
    if (text.find('\0') != std::string_view::npos) return fail(rancang::error("file.nul"));
    reset(false);
    if (auto problem = json::parse_parts(text, budget, *builder)) return fail(std::move(*problem));
    if (builder->error()) return fail(*builder->error());
    // "end" is the last member, so the last such text is its key.
    auto const end = text.rfind("\"end\"");
    checksum = hash64(text.substr(0, end == std::string_view::npos ? text.size() : end));
    phase = Phase::finish;
  }

  void finish(std::size_t size) {
    std::size_t const records = std::max<std::size_t>(1000, (size >> 10) * records_per_kilobyte);
    ++finished;
    if (builder->finish(checksum, records)) return;
    if (builder->error()) return lane ? whole_next() : fail(*builder->error());
    phase = Phase::done;
  }
};

ByteSource source_of(std::string_view bytes) {
  return {bytes.size(), [bytes](std::size_t offset, std::size_t size) { return bytes.substr(std::min(offset, bytes.size()), size); }};
}

PlanReader::PlanReader(std::string bytes, ReadLimits const& limits) : state_(std::make_unique<State>(ByteSource{}, limits)) {
  state_->owned = std::move(bytes);
  state_->source = source_of(state_->owned);
}

PlanReader::PlanReader(ByteSource source, ReadLimits const& limits) : state_(std::make_unique<State>(std::move(source), limits)) {}
PlanReader::~PlanReader() = default;
PlanReader::PlanReader(PlanReader&&) noexcept = default;
PlanReader& PlanReader::operator=(PlanReader&&) noexcept = default;

PlanReader::Step PlanReader::run(std::size_t budget) {
  State& state = *state_;
  switch (state.phase) {
    case State::Phase::start: state.start(); break;
    case State::Phase::lines: state.lines(budget); break;
    case State::Phase::whole: state.whole(); break;
    case State::Phase::finish: state.finish(budget); break;
    default: break;
  }
  return state.phase == State::Phase::done ? Step::done : state.phase == State::Phase::failed ? Step::failed : Step::more;
}

double PlanReader::progress() const {
  State const& state = *state_;
  // Putting the tables together is a tenth of the work.
  constexpr double reading = 0.9;
  if (state.phase == State::Phase::done) return 1;
  if (state.phase == State::Phase::finish) return reading + (1 - reading) * std::min(1.0, static_cast<double>(state.finished) / (record_type_count + 3));
  return state.source.size == 0 ? 0 : reading * static_cast<double>(state.offset) / static_cast<double>(state.source.size);
}

Error const& PlanReader::error() const { return state_->error; }
ReadPlan PlanReader::take() { return state_->builder->take(); }

Result<ReadPlan> read_plan(std::string_view bytes, ReadLimits const& limits) {
  PlanReader reader(source_of(bytes), limits);
  constexpr std::size_t piece = 4u << 20;
  PlanReader::Step step = PlanReader::Step::more;
  while (step == PlanReader::Step::more) step = reader.run(piece);
  if (step == PlanReader::Step::failed) return reader.error();
  return reader.take();
}

}  // namespace rancang
