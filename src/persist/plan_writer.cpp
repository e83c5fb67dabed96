#include "persist/plan_writer.hpp"

#include "persist/file_writer.hpp"

namespace rancang {
namespace {
std::vector<Node const*> all_nodes(Document const& document) {
  std::vector<Node const*> nodes;
  for (auto const& table : document.tables) table.for_each_stored([&](NodePtr const& node) { nodes.push_back(node.get()); });
  return nodes;
}
}  // namespace

struct PlanWriter::State {
  Document document;  // keeps the nodes alive
  FileWriter writer;

  State(Document given, EnvelopeInfo envelope) : document(std::move(given)), writer(document, std::move(envelope), all_nodes(document)) {}
};

PlanWriter::PlanWriter(Document document, EnvelopeInfo envelope) : state_(std::make_unique<State>(std::move(document), std::move(envelope))) {}
PlanWriter::~PlanWriter() = default;
PlanWriter::PlanWriter(PlanWriter&&) noexcept = default;
PlanWriter& PlanWriter::operator=(PlanWriter&&) noexcept = default;

bool PlanWriter::run(std::size_t budget) { return state_->writer.run(budget); }
double PlanWriter::progress() const { return state_->writer.progress(); }
std::string PlanWriter::take() { return state_->writer.take(); }

std::string write_plan(Document const& document, EnvelopeInfo const& envelope) {
  PlanWriter writer(document, envelope);
  constexpr std::size_t all = ~std::size_t{0} >> 1;
  while (writer.run(all)) {
  }
  return writer.take();
}

}  // namespace rancang
