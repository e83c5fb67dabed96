#pragma once
// Words from which made-up plans are put together. Indonesian, because the plans are; nobody reads them as part of the program.
// Must not know: anything.
#include <array>
#include <string_view>

namespace rancang::words {

struct DimensionWords {
  std::string_view code, name;
  std::array<std::string_view, 3> sub_codes, sub_names;
  std::array<std::string_view, 6> objects;
};

inline constexpr std::array<DimensionWords, 6> dimensions{{
    {"gov", "Smart Governance", {"gov.service", "gov.bureaucracy", "gov.policy"}, {"Pelayanan publik", "Birokrasi", "Kebijakan publik"},
     {"Layanan Perizinan Terpadu", "Portal Satu Data", "Sistem Pengaduan Warga", "Mal Pelayanan Publik", "Tanda Tangan Elektronik", "Administrasi Kependudukan Daring"}},
    {"brand", "Smart Branding", {"brand.tourism", "brand.business", "brand.appearance"}, {"Pariwisata", "Bisnis", "Wajah kota"},
     {"Kalender Acara Budaya", "Kawasan Kota Tua", "Identitas Visual Kota", "Portal Promosi Investasi", "Kampung Kreatif", "Wisata Kuliner Malam"}},
    {"eco", "Smart Economy", {"eco.industry", "eco.welfare", "eco.transaction"}, {"Ekosistem industri", "Kesejahteraan rakyat", "Ekosistem transaksi"},
     {"Pasar Rakyat Digital", "UMKM Naik Kelas", "Pembayaran Nontunai Retribusi", "Lumbung Pangan Kelurahan", "Inkubator Wirausaha Muda", "Sentra Industri Kecil"}},
    {"liv", "Smart Living", {"liv.harmony", "liv.health", "liv.mobility"}, {"Harmonisasi tata ruang", "Prasarana kesehatan", "Transportasi"},
     {"Air Minum Perpipaan", "Telemedisin Puskesmas", "Angkutan Umum Kota", "Rumah Layak Huni", "Penerangan Jalan Cerdas", "Layanan Gawat Darurat 112"}},
    {"soc", "Smart Society", {"soc.community", "soc.learning", "soc.security"}, {"Komunitas warga", "Ekosistem belajar", "Keamanan masyarakat"},
     {"Literasi Digital Warga", "Perpustakaan Kelurahan", "Sekolah Inklusif", "Komunitas Siaga Bencana", "Kelas Daring Keterampilan", "Forum Anak Kota"}},
    {"env", "Smart Environment", {"env.protection", "env.waste", "env.energy"}, {"Proteksi lingkungan", "Tata kelola limbah", "Energi"},
     {"Bank Sampah Kelurahan", "Pemantauan Kualitas Udara", "Ruang Terbuka Hijau", "Pengendalian Banjir Sungai", "Energi Surya Gedung Pemda", "Pengolahan Air Limbah"}},
}};

struct AgencyWords {
  std::string_view name, short_name;
};
inline constexpr std::array<AgencyWords, 32> agencies{{
    {"Sekretariat Daerah", "Setda"}, {"Sekretariat DPRD", "Setwan"}, {"Inspektorat Daerah", "Inspektorat"}, {"Dinas Komunikasi dan Informatika", "Diskominfo"},
    {"Badan Perencanaan Pembangunan Daerah", "Bappeda"}, {"Dinas Pekerjaan Umum dan Penataan Ruang", "PUPR"}, {"Dinas Kesehatan", "Dinkes"}, {"Dinas Pendidikan", "Disdik"},
    {"Dinas Lingkungan Hidup", "DLH"}, {"Dinas Perhubungan", "Dishub"}, {"Dinas Pariwisata dan Kebudayaan", "Disparbud"}, {"Dinas Koperasi dan UKM", "Diskop"},
    {"Dinas Perdagangan dan Perindustrian", "Disperindag"}, {"Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil"}, {"Dinas Sosial", "Dinsos"},
    {"Badan Penanggulangan Bencana Daerah", "BPBD"}, {"Dinas Penanaman Modal dan PTSP", "DPMPTSP"}, {"Dinas Perumahan dan Kawasan Permukiman", "Perkim"},
    {"Dinas Ketahanan Pangan dan Pertanian", "DKPP"}, {"Dinas Tenaga Kerja", "Disnaker"}, {"Dinas Perpustakaan dan Kearsipan", "Disperpusip"},
    {"Dinas Pemuda dan Olahraga", "Dispora"}, {"Dinas Pemberdayaan Perempuan dan Anak", "DP3A"}, {"Satuan Polisi Pamong Praja", "Satpol PP"},
    {"Badan Pengelola Keuangan Daerah", "BPKD"}, {"Badan Kepegawaian Daerah", "BKD"}, {"Badan Kesatuan Bangsa dan Politik", "Kesbangpol"}, {"Rumah Sakit Umum Daerah", "RSUD"},
    {"Kecamatan Sukamaju", "Kec. Sukamaju"}, {"Kecamatan Mekarsari", "Kec. Mekarsari"}, {"Kecamatan Wonosari", "Kec. Wonosari"}, {"Kecamatan Cempaka Putih", "Kec. Cempaka"},
}};

inline constexpr std::array<std::string_view, 8> funding{"APBD Kota", "APBD Provinsi", "APBN", "DAK Fisik", "KPBU", "CSR", "Hibah", "Dana Kelurahan"};
inline constexpr std::array<std::string_view, 12> verbs{"Pengembangan", "Peningkatan", "Pembangunan", "Integrasi", "Digitalisasi", "Penguatan",
                                                        "Revitalisasi", "Optimalisasi", "Penyediaan", "Pengelolaan", "Pemberdayaan", "Penataan"};
inline constexpr std::array<std::string_view, 12> works{"Penyusunan Peta Jalan", "Pengadaan Perangkat", "Pelatihan Operator", "Pendampingan Warga", "Pembangunan Aplikasi", "Integrasi Data",
                                                        "Sosialisasi", "Penyusunan Peraturan Wali Kota", "Pemeliharaan Jaringan", "Evaluasi Layanan", "Uji Coba", "Perluasan Cakupan"};
inline constexpr std::array<std::string_view, 12> areas{"Sukamaju", "Mekarsari", "Tanjung Raya", "Cempaka Putih", "Wonosari", "Batu Ampar",
                                                        "Sungai Raya", "Bukit Indah", "Karang Anyar", "Gunung Sari", "Pantai Barat", "Teluk Dalam"};
struct IndicatorWords {
  std::string_view name, unit;
  int most;
};
inline constexpr std::array<IndicatorWords, 8> indicators{{{"Persentase layanan terhubung", "%", 100}, {"Jumlah warga terlayani", "orang", 25000}, {"Indeks kepuasan masyarakat", "indeks", 100},
                                                           {"Waktu tanggap rata-rata", "menit", 90}, {"Volume sampah terkelola", "ton", 900}, {"Jumlah UMKM terdaftar", "unit", 4000},
                                                           {"Panjang jaringan terpasang", "km", 1200}, {"Cakupan wilayah layanan", "%", 100}}};
inline constexpr std::array<std::string_view, 6> notes{"perlu koordinasi lintas OPD", "menunggu penetapan peraturan wali kota", "selaras dengan RPJMD", "lahan sudah bersih",
                                                       "membutuhkan kajian kelayakan", "usulan prioritas Musrenbang"};

}  // namespace rancang::words
