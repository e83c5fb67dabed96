#include "app/issuing.hpp"

#include "rules/check.hpp"

namespace rancang {

Issuing::Issuing(Document plan, std::vector<Ulid> agencies, SliceScope common, EnvelopeInfo envelope)
    : plan_(std::move(plan)), agencies_(std::move(agencies)), common_(std::move(common)), envelope_(std::move(envelope)) {}

std::optional<Issuing::File> Issuing::run(std::size_t budget) {
  if (done()) return std::nullopt;
  if (!writer_) {
    SliceScope scope = common_;
    scope.agency = agencies_[made_];
    writer_.emplace(make_slice(plan_, std::move(scope)), envelope_);
    names_.push_back(fresh_slice_name(plan_, agencies_[made_], *common_.issued_on, names_));
    return std::nullopt;
  }
  bool const more = writer_->run(budget);
  text_ += writer_->take();
  if (more) return std::nullopt;
  writer_.reset();
  ++made_;
  return File{names_.back(), std::exchange(text_, {})};
}

SetCells Issuing::notes() const {
  auto const at = [](int field) { return static_cast<std::uint8_t>(field); };
  SetCells out;
  for (std::size_t i = 0; i < made_; ++i) {
    NewRecord row{record_type<IssuedSlice>, {}, {}};
    row.values = {{at(field_of<&IssuedSlice::agency>), Value(agencies_[i])}, {at(field_of<&IssuedSlice::issued_on>), Value(*common_.issued_on)},
                  {at(field_of<&IssuedSlice::message>), Value(common_.message)}, {at(field_of<&IssuedSlice::file_name>), Value(names_[i])}};
    if (common_.due) row.values.emplace_back(at(field_of<&IssuedSlice::due>), Value(*common_.due));
    out.created.push_back(std::move(row));
  }
  return out;
}

}  // namespace rancang
