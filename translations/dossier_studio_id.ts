<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>New dossier…</source>
            <translation>Dossier baru…</translation>
        </message>
        <message>
            <source>Open a dossier…</source>
            <translation>Buka dossier…</translation>
        </message>
        <message>
            <source>Try the sample</source>
            <translation>Coba contoh</translation>
        </message>
        <message>
            <source>All dossiers</source>
            <translation>Semua dossier</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Ulangi</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>Cari apa saja</translation>
        </message>
        <message>
            <source>Next missing</source>
            <translation>Kurang berikutnya</translation>
        </message>
        <message>
            <source>Previous missing</source>
            <translation>Kurang sebelumnya</translation>
        </message>
        <message>
            <source>Paste files</source>
            <translation>Tempel berkas</translation>
        </message>
        <message>
            <source>Show or fold the findings</source>
            <translation>Tampilkan atau lipat temuan</translation>
        </message>
        <message>
            <source>Show or fold the preview</source>
            <translation>Tampilkan atau lipat pratinjau</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>Panel berikutnya</translation>
        </message>
        <message>
            <source>Switch the language</source>
            <translation>Ganti bahasa</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Terang atau gelap</translation>
        </message>
        <message>
            <source>Make the package</source>
            <translation>Buat paket</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Alat bantu</translation>
        </message>
        <message>
            <source>Help for this screen</source>
            <translation>Bantuan untuk layar ini</translation>
        </message>
        <message>
            <source>Components</source>
            <translation>Komponen</translation>
        </message>
    </context>
    <context>
        <name>After</name>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message>
            <source>Make it again</source>
            <translation>Buat lagi</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Terverifikasi</translation>
        </message>
        <message>
            <source>Not valid</source>
            <translation>Tidak sah</translation>
        </message>
        <message numerus="yes">
            <source>All %n file(s) were read back from the disk and agree with the manifest.</source>
            <translation>
                <numerusform>Semua %n berkas dibaca ulang dari disk dan sesuai dengan manifesnya.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) do not agree with the manifest.</source>
            <translation>
                <numerusform>%n berkas tidak sesuai dengan manifes.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sequence</source>
            <translation>Urutan</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumen</translation>
        </message>
        <message>
            <source>Pages of the reading copies</source>
            <translation>Halaman salinan baca</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Ukuran</translation>
        </message>
    </context>
    <context>
        <name>Ahead</name>
        <message>
            <source>What expires next</source>
            <translation>Yang berakhir berikutnya</translation>
        </message>
        <message>
            <source>No certificate with a date of expiry yet.</source>
            <translation>Belum ada sertifikat dengan tanggal berakhir.</translation>
        </message>
        <message>
            <source>{date}, before the filing</source>
            <translation>{date}, sebelum pengajuan</translation>
        </message>
    </context>
    <context>
        <name>AuthorisationTool</name>
        <message>
            <source>Authorisation and reports</source>
            <translation>Izin edar dan laporan</translation>
        </message>
        <message>
            <source>After approval: renewal window, half-year reports, variations.</source>
            <translation>Setelah disetujui: masa registrasi ulang, laporan tengah tahunan, variasi.</translation>
        </message>
        <message>
            <source>Authorisation of this dossier</source>
            <translation>Izin edar dossier ini</translation>
        </message>
        <message>
            <source>What follows from it</source>
            <translation>Yang mengikutinya</translation>
        </message>
        <message>
            <source>Write the day it was granted and its last day.</source>
            <translation>Tulis tanggal terbit dan hari terakhirnya.</translation>
        </message>
        <message>
            <source>Filed so far</source>
            <translation>Sudah diajukan</translation>
        </message>
        <message>
            <source>Nothing has been filed yet.</source>
            <translation>Belum ada yang diajukan.</translation>
        </message>
        <message>
            <source>Variations…</source>
            <translation>Variasi…</translation>
        </message>
        <message>
            <source>Authorisations of all recent dossiers</source>
            <translation>Izin edar semua dossier terakhir</translation>
        </message>
        <message>
            <source>No dossier holds an authorisation yet.</source>
            <translation>Belum ada dossier yang memuat izin edar.</translation>
        </message>
        <message>
            <source>Open the dossier of an approved product to note its authorisation here.</source>
            <translation>Buka dossier produk yang sudah disetujui untuk mencatat izin edarnya di sini.</translation>
        </message>
        <message>
            <source>This does not look like an authorisation number; it is kept as it is.</source>
            <translation>Bentuknya tidak seperti nomor izin edar; tetap disimpan apa adanya.</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} sampai {last}</translation>
        </message>
        <message>
            <source>Draft the half-year report…</source>
            <translation>Konsep laporan tengah tahunan…</translation>
        </message>
        <message>
            <source>provisional</source>
            <translation>sementara</translation>
        </message>
        <message>
            <source>Save the draft</source>
            <translation>Simpan konsep</translation>
        </message>
        <message>
            <source>Next: {what}, by {day}</source>
            <translation>Berikutnya: {what}, paling lambat {day}</translation>
        </message>
        <message>
            <source>valid until {day}</source>
            <translation>berlaku sampai {day}</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Put away</source>
            <translation>Singkirkan</translation>
        </message>
    </context>
    <context>
        <name>Before</name>
        <message>
            <source>Make the package</source>
            <translation>Buat paket</translation>
        </message>
        <message>
            <source>One folder with the files for each upload slot, reading copies of the Parts, reports, and a manifest that anyone can verify.</source>
            <translation>Satu folder berisi berkas untuk setiap slot unggah, salinan baca setiap Bagian, laporan, dan manifes yang dapat diperiksa siapa saja.</translation>
        </message>
        <message>
            <source>Put it into this folder</source>
            <translation>Simpan di folder ini</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
        <message>
            <source>A .zip copy beside it</source>
            <translation>Salinan .zip di sampingnya</translation>
        </message>
        <message>
            <source>Make it although it is not ready</source>
            <translation>Buat meskipun belum siap</translation>
        </message>
        <message>
            <source>Make package</source>
            <translation>Buat paket</translation>
        </message>
        <message numerus="yes">
            <source>%n blocker(s) must be settled first.</source>
            <translation>
                <numerusform>%n penghalang harus diselesaikan lebih dahulu.</numerusform>
            </translation>
        </message>
        <message>
            <source>The dossier is not complete yet.</source>
            <translation>Dossier belum lengkap.</translation>
        </message>
        <message>
            <source>Choose a folder for it.</source>
            <translation>Pilih foldernya.</translation>
        </message>
        <message>
            <source>Where is the package to go?</source>
            <translation>Di mana paket disimpan?</translation>
        </message>
    </context>
    <context>
        <name>Body</name>
        <message>
            <source>A set: each of its documents has a card of its own below.</source>
            <translation>Satu kumpulan: setiap dokumennya mempunyai kartu sendiri di bawah.</translation>
        </message>
        <message>
            <source>No source named</source>
            <translation>Sumber tidak disebut</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Tambah…</translation>
        </message>
        <message>
            <source>Answer the question</source>
            <translation>Jawab pertanyaan</translation>
        </message>
        <message>
            <source>{name}: {reason}</source>
            <translation>{name}: {reason}</translation>
        </message>
        <message>
            <source>Noted of {file}</source>
            <translation>Catatan {file}</translation>
        </message>
    </context>
    <context>
        <name>BranchForm</name>
        <message>
            <source>Drug substance</source>
            <translation>Zat aktif</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produk</translation>
        </message>
        <message>
            <source>Indication</source>
            <translation>Indikasi</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Manufacturer</source>
            <translation>Produsen</translation>
        </message>
        <message>
            <source>Name a drug substance and who makes it</source>
            <translation>Beri nama zat aktif dan produsennya</translation>
        </message>
        <message>
            <source>Name a product</source>
            <translation>Beri nama produk</translation>
        </message>
        <message>
            <source>Name an indication</source>
            <translation>Beri nama indikasi</translation>
        </message>
        <message>
            <source>Name a branch</source>
            <translation>Beri nama cabang</translation>
        </message>
        <message>
            <source>Its sections stand in the outline under this name.</source>
            <translation>Bagian-bagiannya tampil di kerangka dengan nama ini.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nanti saja</translation>
        </message>
        <message>
            <source>Keep the name</source>
            <translation>Simpan nama</translation>
        </message>
        <message>
            <source>Write a name with letters or digits.</source>
            <translation>Tulis nama dengan huruf atau angka.</translation>
        </message>
    </context>
    <context>
        <name>Branches</name>
        <message>
            <source>Add a branch…</source>
            <translation>Tambah cabang…</translation>
        </message>
        <message>
            <source>Rename “{branch}”…</source>
            <translation>Ganti nama “{branch}”…</translation>
        </message>
        <message>
            <source>Remove “{branch}”</source>
            <translation>Hapus “{branch}”</translation>
        </message>
    </context>
    <context>
        <name>Certificate</name>
        <message>
            <source>not noted</source>
            <translation>belum dicatat</translation>
        </message>
        <message>
            <source>original</source>
            <translation>asli</translation>
        </message>
        <message>
            <source>certified copy</source>
            <translation>salinan dilegalisasi</translation>
        </message>
        <message>
            <source>scan</source>
            <translation>pindaian</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ya</translation>
        </message>
        <message>
            <source>no</source>
            <translation>tidak</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>tidak perlu</translation>
        </message>
    </context>
    <context>
        <name>CertificateForm</name>
        <message>
            <source>Certificate number</source>
            <translation>Nomor sertifikat</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>Penerbit</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Negara</translation>
        </message>
        <message>
            <source>Dosage forms covered</source>
            <translation>Bentuk sediaan tercakup</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Terbit</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Berlaku s.d.</translation>
        </message>
    </context>
    <context>
        <name>CertificatesTool</name>
        <message>
            <source>Certificates</source>
            <translation>Sertifikat</translation>
        </message>
        <message>
            <source>Every certificate with its last day, the next one first.</source>
            <translation>Semua sertifikat dengan hari terakhirnya, yang terdekat lebih dahulu.</translation>
        </message>
        <message>
            <source>This dossier</source>
            <translation>Dossier ini</translation>
        </message>
        <message>
            <source>All recent dossiers</source>
            <translation>Semua dossier terakhir</translation>
        </message>
        <message>
            <source>Which certificates</source>
            <translation>Sertifikat yang mana</translation>
        </message>
        <message>
            <source>Go to its place</source>
            <translation>Ke tempatnya</translation>
        </message>
        <message>
            <source>Go to the documents</source>
            <translation>Ke Dokumen</translation>
        </message>
        <message>
            <source>Timeline of expiry</source>
            <translation>Garis waktu masa berlaku</translation>
        </message>
        <message>
            <source>Next: {title}, {day}</source>
            <translation>Berikutnya: {title}, {day}</translation>
        </message>
        <message>
            <source>No certificate yet</source>
            <translation>Belum ada sertifikat</translation>
        </message>
        <message>
            <source>The certificates of the dossiers you have opened appear here.</source>
            <translation>Sertifikat dari dossier yang pernah Anda buka tampil di sini.</translation>
        </message>
        <message>
            <source>Attach one in Documents and write the dates that stand on it; then it is here.</source>
            <translation>Lampirkan di Dokumen dan tulis tanggal yang tertera padanya; lalu sertifikat itu tampil di sini.</translation>
        </message>
    </context>
    <context>
        <name>ChangeList</name>
        <message>
            <source>Narrow the list</source>
            <translation>Saring daftar</translation>
        </message>
        <message>
            <source>Kinds of change</source>
            <translation>Jenis perubahan</translation>
        </message>
        <message>
            <source>{chosen} of {all} chosen</source>
            <translation>{chosen} dari {all} dipilih</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>Since the last sequence</source>
            <translation>Sejak urutan sebelumnya</translation>
        </message>
        <message>
            <source>Compared with sequence {number}:</source>
            <translation>Dibandingkan dengan urutan {number}:</translation>
        </message>
        <message>
            <source>This is the first sequence, so every document is new.</source>
            <translation>Ini urutan pertama, jadi semua dokumen baru.</translation>
        </message>
        <message>
            <source>new</source>
            <translation>baru</translation>
        </message>
        <message>
            <source>replaced</source>
            <translation>diganti</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>dihapus</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>tetap</translation>
        </message>
    </context>
    <context>
        <name>CheckScreen</name>
        <message>
            <source>What has to be settled</source>
            <translation>Yang harus diselesaikan</translation>
        </message>
        <message>
            <source>Nothing was found here.</source>
            <translation>Tidak ada temuan di sini.</translation>
        </message>
        <message>
            <source>What expires, and what waits for you</source>
            <translation>Yang berakhir, dan yang menunggu Anda</translation>
        </message>
        <message>
            <source>All {count}</source>
            <translation>Semua {count}</translation>
        </message>
        <message>
            <source>Part {part} {count}</source>
            <translation>Bagian {part} {count}</translation>
        </message>
        <message>
            <source>Which Part</source>
            <translation>Bagian yang ditampilkan</translation>
        </message>
        <message>
            <source>Blockers</source>
            <translation>Penghalang</translation>
        </message>
        <message>
            <source>the package cannot be made</source>
            <translation>paket tidak dapat dibuat</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Peringatan</translation>
        </message>
        <message>
            <source>the package can be made; the authority may ask</source>
            <translation>paket dapat dibuat, BPOM mungkin bertanya</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>Saran</translation>
        </message>
        <message>
            <source>to be confirmed, or to improve</source>
            <translation>perlu dipastikan atau dapat diperbaiki</translation>
        </message>
    </context>
    <context>
        <name>ClocksCard</name>
        <message>
            <source>Time in working days</source>
            <translation>Waktu dalam hari kerja</translation>
        </message>
        <message>
            <source>Give the planned filing date, or the day of receipt: the clocks run from it.</source>
            <translation>Isi rencana tanggal pengajuan atau tanggal terima: tenggat berjalan dari sana.</translation>
        </message>
        <message>
            <source>To the calendar…</source>
            <translation>Ke kalender…</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Garis waktu</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>Tenggat</translation>
        </message>
        <message>
            <source>Show as timeline</source>
            <translation>Tampilkan sebagai garis waktu</translation>
        </message>
        <message>
            <source>Show as table</source>
            <translation>Tampilkan sebagai tabel</translation>
        </message>
        <message>
            <source>counted from the planned filing date</source>
            <translation>dihitung dari rencana tanggal pengajuan</translation>
        </message>
        <message>
            <source>filing</source>
            <translation>pengajuan</translation>
        </message>
        <message>
            <source>received</source>
            <translation>diterima</translation>
        </message>
        <message>
            <source>today</source>
            <translation>hari ini</translation>
        </message>
        <message>
            <source>stands still</source>
            <translation>berhenti</translation>
        </message>
        <message>
            <source>provisional calendar</source>
            <translation>kalender sementara</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Tenggat</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Lama</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Sejak</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Keyakinan</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Sumber</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} sampai {last}</translation>
        </message>
        <message>
            <source>{length}; the rule does not say which days</source>
            <translation>{length}; aturan tidak menyebut jenis harinya</translation>
        </message>
    </context>
    <context>
        <name>ComparisonPanel</name>
        <message>
            <source>Before you change: {question}</source>
            <translation>Sebelum mengubah {question}</translation>
        </message>
        <message>
            <source>Nothing has changed yet. Nothing attached is ever dropped.</source>
            <translation>Belum ada yang berubah. Berkas yang sudah dilampirkan tidak pernah hilang.</translation>
        </message>
        <message>
            <source>Can be undone with Ctrl+Z</source>
            <translation>Dapat diurungkan dengan Ctrl+Z</translation>
        </message>
        <message>
            <source>Keep: {answer}</source>
            <translation>Tetap: {answer}</translation>
        </message>
        <message>
            <source>Change to: {answer}</source>
            <translation>Ubah ke: {answer}</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Bertambah</translation>
        </message>
        <message>
            <source>No longer asked for</source>
            <translation>Tidak diminta lagi</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>belum dijawab</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ya</translation>
        </message>
        <message>
            <source>no</source>
            <translation>tidak</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumen</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>Belum pasti</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>dan %n lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>Losing their place</source>
            <translation>Kehilangan tempat</translation>
        </message>
        <message>
            <source>Kept in the dossier; you can place it again.</source>
            <translation>Tetap dalam dossier; dapat ditempatkan kembali.</translation>
        </message>
    </context>
    <context>
        <name>ComponentBar</name>
        <message>
            <source>{points} of {weight}</source>
            <translation>{points} dari {weight}</translation>
        </message>
    </context>
    <context>
        <name>Confidence</name>
        <message>
            <source>high</source>
            <translation>tinggi</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>sedang</translation>
        </message>
        <message>
            <source>low</source>
            <translation>rendah</translation>
        </message>
        <message>
            <source>High confidence</source>
            <translation>Keyakinan tinggi</translation>
        </message>
        <message>
            <source>Medium confidence</source>
            <translation>Keyakinan sedang</translation>
        </message>
        <message>
            <source>Low confidence, to be confirmed</source>
            <translation>Keyakinan rendah, perlu dipastikan</translation>
        </message>
    </context>
    <context>
        <name>Consequence</name>
        <message>
            <source>What this means for the dossier</source>
            <translation>Artinya bagi dossier ini</translation>
        </message>
        <message numerus="yes">
            <source>document(s) asked for</source>
            <translation>
                <numerusform>dokumen diminta</numerusform>
            </translation>
        </message>
        <message>
            <source>Because of your answers</source>
            <translation>Karena jawaban Anda</translation>
        </message>
        <message>
            <source>On to the documents</source>
            <translation>Lanjut ke dokumen</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n dokumen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>dd-mm-yyyy</source>
            <translation>hh-bb-tttt</translation>
        </message>
        <message>
            <source>Choose from a calendar</source>
            <translation>Pilih dari kalender</translation>
        </message>
        <message>
            <source>There is no such day: {day}.</source>
            <translation>Tanggal {day} tidak ada.</translation>
        </message>
        <message>
            <source>Write a date such as 29-02-2028.</source>
            <translation>Tulis tanggal, misalnya 29-02-2028.</translation>
        </message>
    </context>
    <context>
        <name>DeadlinesTool</name>
        <message>
            <source>Deadlines</source>
            <translation>Tenggat</translation>
        </message>
        <message>
            <source>When something falls due, counted from the day it begins.</source>
            <translation>Kapan sesuatu jatuh tempo, dihitung sejak hari mulainya.</translation>
        </message>
        <message>
            <source>Whose working days</source>
            <translation>Hari kerja siapa</translation>
        </message>
        <message>
            <source>provisional calendar</source>
            <translation>kalender sementara</translation>
        </message>
        <message>
            <source>To calendar…</source>
            <translation>Ke kalender…</translation>
        </message>
        <message>
            <source>{rule} · {actor} · from: {event}</source>
            <translation>{rule} · {actor} · sejak: {event}</translation>
        </message>
        <message>
            <source>Day of the event</source>
            <translation>Hari mulainya</translation>
        </message>
        <message>
            <source>from {first} until {last}</source>
            <translation>dari {first} sampai {last}</translation>
        </message>
    </context>
    <context>
        <name>Decision</name>
        <message>
            <source>Defer…</source>
            <translation>Tunda…</translation>
        </message>
        <message>
            <source>Give a reason…</source>
            <translation>Beri alasan…</translation>
        </message>
        <message>
            <source>Needed…</source>
            <translation>Diperlukan…</translation>
        </message>
        <message>
            <source>Not applicable…</source>
            <translation>Tidak berlaku…</translation>
        </message>
        <message>
            <source>Accept…</source>
            <translation>Terima…</translation>
        </message>
        <message>
            <source>Defer it</source>
            <translation>Tunda dokumen ini</translation>
        </message>
        <message>
            <source>Excuse it with this reason</source>
            <translation>Gunakan alasan ini</translation>
        </message>
        <message>
            <source>It is needed</source>
            <translation>Nyatakan diperlukan</translation>
        </message>
        <message>
            <source>It is not applicable</source>
            <translation>Nyatakan tidak berlaku</translation>
        </message>
        <message>
            <source>Accept it</source>
            <translation>Terima dokumen ini</translation>
        </message>
        <message>
            <source>The document comes after filing; it must be there before the authorisation.</source>
            <translation>Dokumen menyusul setelah pengajuan dan harus ada sebelum izin edar terbit.</translation>
        </message>
        <message>
            <source>A letter of justification with this reason is made for the package.</source>
            <translation>Surat justifikasi dengan alasan ini dibuat untuk paket.</translation>
        </message>
        <message>
            <source>The document is then asked for.</source>
            <translation>Dokumen ini kemudian diminta.</translation>
        </message>
        <message>
            <source>The document is then not asked for.</source>
            <translation>Dokumen ini kemudian tidak diminta.</translation>
        </message>
        <message>
            <source>You have looked at what is filed, and it will do.</source>
            <translation>Anda sudah memeriksa berkasnya dan menilainya memadai.</translation>
        </message>
    </context>
    <context>
        <name>Decisions</name>
        <message>
            <source>Take the decision back</source>
            <translation>Tarik keputusan</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nanti saja</translation>
        </message>
        <message>
            <source>Reason, as the authority will read it</source>
            <translation>Alasan, seperti yang akan dibaca BPOM</translation>
        </message>
        <message>
            <source>Write the reason first.</source>
            <translation>Tulis alasannya lebih dahulu.</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Filed as</source>
            <translation>Bentuk dokumen</translation>
        </message>
        <message>
            <source>Legalised</source>
            <translation>Legalisasi</translation>
        </message>
        <message>
            <source>Sworn translation</source>
            <translation>Terjemahan tersumpah</translation>
        </message>
        <message>
            <source>E-meterai</source>
            <translation>E-meterai</translation>
        </message>
        <message>
            <source>Prepared by</source>
            <translation>Disusun oleh</translation>
        </message>
        <message>
            <source>Checked by somebody else</source>
            <translation>Diperiksa oleh orang lain</translation>
        </message>
        <message>
            <source>More details</source>
            <translation>Rincian lain</translation>
        </message>
        <message>
            <source>Somebody else has to check it.</source>
            <translation>Pemeriksa harus orang lain.</translation>
        </message>
    </context>
    <context>
        <name>DossierDates</name>
        <message>
            <source>What lies ahead</source>
            <translation>Yang akan datang</translation>
        </message>
        <message>
            <source>To calendar…</source>
            <translation>Ke kalender…</translation>
        </message>
        <message>
            <source>All of these to a calendar</source>
            <translation>Semua ini ke kalender</translation>
        </message>
        <message>
            <source>This dossier</source>
            <translation>Dossier ini</translation>
        </message>
        <message>
            <source>All recent dossiers</source>
            <translation>Semua dossier terakhir</translation>
        </message>
        <message>
            <source>Which dates</source>
            <translation>Tanggal yang mana</translation>
        </message>
        <message>
            <source>Open a dossier, and its dates stand here.</source>
            <translation>Buka sebuah dossier, dan tanggalnya tampil di sini.</translation>
        </message>
        <message>
            <source>None yet. Answer the planned filing date, or write the dates of certificates.</source>
            <translation>Belum ada. Jawab rencana tanggal pengajuan, atau tulis tanggal sertifikat.</translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Tampilkan %n lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>provisional</source>
            <translation>sementara</translation>
        </message>
        <message>
            <source>from {first}</source>
            <translation>mulai {first}</translation>
        </message>
    </context>
    <context>
        <name>DropLine</name>
        <message>
            <source>Add files…</source>
            <translation>Tambah berkas…</translation>
        </message>
        <message>
            <source>Drop or paste files here</source>
            <translation>Jatuhkan atau tempel berkas di sini</translation>
        </message>
        <message>
            <source>Release to attach them here</source>
            <translation>Lepaskan untuk melampirkan di sini</translation>
        </message>
    </context>
    <context>
        <name>Editing</name>
        <message>
            <source>Choose files</source>
            <translation>Pilih berkas</translation>
        </message>
    </context>
    <context>
        <name>Emptiness</name>
        <message>
            <source>No dossier yet</source>
            <translation>Belum ada dossier</translation>
        </message>
        <message>
            <source>Begin a new one, or try the sample: a whole dossier to look at and to break.</source>
            <translation>Mulai yang baru, atau coba contoh: dossier lengkap untuk dilihat dan dicoba-coba.</translation>
        </message>
    </context>
    <context>
        <name>ExpiryLegend</name>
        <message>
            <source>filing</source>
            <translation>pengajuan</translation>
        </message>
    </context>
    <context>
        <name>ExpiryLine</name>
        <message>
            <source>Timeline of expiry</source>
            <translation>Garis waktu masa berlaku</translation>
        </message>
        <message>
            <source>{dossier}: filing on {day}</source>
            <translation>{dossier}: pengajuan {day}</translation>
        </message>
        <message>
            <source>today</source>
            <translation>hari ini</translation>
        </message>
    </context>
    <context>
        <name>Exporting</name>
        <message>
            <source>Save for your calendar</source>
            <translation>Simpan untuk kalender Anda</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>Disimpan sebagai {name}.</translation>
        </message>
    </context>
    <context>
        <name>FeeRow</name>
        <message>
            <source>Rp {amount}</source>
            <translation>Rp {amount}</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>tidak ditemukan</translation>
        </message>
        <message>
            <source>The amount is our reading of the source.</source>
            <translation>Jumlah ini tafsiran kami atas sumbernya.</translation>
        </message>
        <message>
            <source>May be due; it depends on: {questions}</source>
            <translation>Mungkin dikenakan; bergantung pada: {questions}</translation>
        </message>
        <message>
            <source>your amount</source>
            <translation>jumlah Anda</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ubah…</translation>
        </message>
        <message>
            <source>Enter the amount…</source>
            <translation>Isi jumlah…</translation>
        </message>
        <message>
            <source>Back to the source</source>
            <translation>Kembali ke sumber</translation>
        </message>
        <message>
            <source>Amount in rupiah, empty for unknown</source>
            <translation>Jumlah dalam rupiah, kosong bila belum tahu</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Write whole rupiah, such as 30.000.000.</source>
            <translation>Tulis rupiah bulat, misalnya 30.000.000.</translation>
        </message>
    </context>
    <context>
        <name>FeesTool</name>
        <message>
            <source>Fees</source>
            <translation>Tarif</translation>
        </message>
        <message>
            <source>State fees that are or may be due. They never keep a package from being made.</source>
            <translation>Tarif negara (PNBP) yang dikenakan atau mungkin dikenakan. Tarif tidak pernah menghalangi pembuatan paket.</translation>
        </message>
        <message>
            <source>Rulebook</source>
            <translation>Buku aturan</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>belum dijawab</translation>
        </message>
        <message>
            <source>No fee is known for these answers.</source>
            <translation>Tidak ada tarif yang diketahui untuk jawaban ini.</translation>
        </message>
    </context>
    <context>
        <name>FileRow</name>
        <message>
            <source>Take out {file}</source>
            <translation>Keluarkan {file}</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n hal</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilingScreen</name>
        <message>
            <source>Upload to the portal</source>
            <translation>Unggah ke portal</translation>
        </message>
        <message>
            <source>Upload slots</source>
            <translation>Slot unggah</translation>
        </message>
        <message>
            <source>Find the package…</source>
            <translation>Cari paketnya…</translation>
        </message>
        <message>
            <source>{done} of {count} slots</source>
            <translation>{done} dari {count} slot</translation>
        </message>
        <message>
            <source>The portal keeps a file only once its own save is pressed. Tick it then.</source>
            <translation>Portal baru menyimpan berkas setelah tombol simpannya ditekan. Centang di sini sesudah itu.</translation>
        </message>
        <message>
            <source>The package of this sequence is not here. Make it first.</source>
            <translation>Paket untuk urutan ini tidak ada di sini. Buat dahulu paketnya.</translation>
        </message>
        <message>
            <source>Path of slot {number} copied</source>
            <translation>Jalur slot {number} disalin</translation>
        </message>
        <message>
            <source>Choose the folder {name}</source>
            <translation>Pilih folder {name}</translation>
        </message>
        <message>
            <source>Save for the calendar</source>
            <translation>Simpan untuk kalender</translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message>
            <source>Find in this file</source>
            <translation>Cari dalam berkas ini</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>Hasil sebelumnya</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>Hasil berikutnya</translation>
        </message>
        <message>
            <source>Close the search</source>
            <translation>Tutup pencarian</translation>
        </message>
        <message>
            <source>{place} of {count}</source>
            <translation>{place} dari {count}</translation>
        </message>
        <message>
            <source>searching…</source>
            <translation>mencari…</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>tidak ada</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) without text could not be searched</source>
            <translation>
                <numerusform>%n halaman tanpa teks tidak dapat dicari</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingFrame</name>
        <message>
            <source>Help me find the category</source>
            <translation>Bantu temukan kategori</translation>
        </message>
        <message>
            <source>Begin again</source>
            <translation>Ulangi dari awal</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Under the other scheme, {question}: {answer}</source>
            <translation>Menurut skema lain, {question}: {answer}</translation>
        </message>
        <message>
            <source>not answered yet</source>
            <translation>belum dijawab</translation>
        </message>
    </context>
    <context>
        <name>FindingsDelegate</name>
        <message>
            <source>Show</source>
            <translation>Tampilkan</translation>
        </message>
    </context>
    <context>
        <name>FindingsList</name>
        <message>
            <source>Show its place</source>
            <translation>Tunjukkan tempatnya</translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message>
            <source>This section first</source>
            <translation>Bagian ini lebih dahulu</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Temuan</translation>
        </message>
        <message>
            <source>Fold the findings</source>
            <translation>Lipat temuan</translation>
        </message>
        <message>
            <source>Show the findings</source>
            <translation>Tampilkan temuan</translation>
        </message>
        <message numerus="yes">
            <source>%n blocker(s)</source>
            <translation>
                <numerusform>%n penghalang</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n peringatan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n suggestion(s)</source>
            <translation>
                <numerusform>%n saran</numerusform>
            </translation>
        </message>
        <message>
            <source>No findings</source>
            <translation>Tidak ada temuan</translation>
        </message>
        <message>
            <source>Findings {count}</source>
            <translation>Temuan {count}</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Tunjukkan</translation>
        </message>
    </context>
    <context>
        <name>FolderZone</name>
        <message>
            <source>Drop a dossier folder here</source>
            <translation>Jatuhkan folder dossier di sini</translation>
        </message>
        <message>
            <source>to open it. What you attach stays in that folder.</source>
            <translation>untuk membukanya. Berkas yang Anda lampirkan tetap di folder itu.</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Pilih folder…</translation>
        </message>
        <message>
            <source>{folder} holds no dossier. Begin a new one first, then drop the files onto its documents.</source>
            <translation>Folder {folder} tidak berisi dossier. Buat dossier baru dahulu, lalu jatuhkan berkasnya pada dokumennya.</translation>
        </message>
    </context>
    <context>
        <name>FollowsCard</name>
        <message>
            <source>What follows</source>
            <translation>Yang menyusul</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>dan %n lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FormTable</name>
        <message>
            <source>Add a row</source>
            <translation>Tambah baris</translation>
        </message>
        <message>
            <source>Add a row: {table}</source>
            <translation>Tambah baris: {table}</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>Salin tabel</translation>
        </message>
        <message>
            <source>To paste it into a spreadsheet</source>
            <translation>Untuk ditempelkan ke lembar kerja</translation>
        </message>
        <message>
            <source>Paste rows</source>
            <translation>Tempel baris</translation>
        </message>
        <message>
            <source>Rows copied from a spreadsheet, beneath these</source>
            <translation>Baris yang disalin dari lembar kerja, di bawah baris ini</translation>
        </message>
        <message>
            <source>Move the row up</source>
            <translation>Naikkan baris</translation>
        </message>
        <message>
            <source>Move the row down</source>
            <translation>Turunkan baris</translation>
        </message>
        <message>
            <source>Remove the row</source>
            <translation>Hapus baris</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n baris</numerusform>
            </translation>
        </message>
        <message>
            <source>not filled in</source>
            <translation>belum diisi</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>Lipat</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Tampilkan</translation>
        </message>
    </context>
    <context>
        <name>Found</name>
        <message>
            <source>Found in this file</source>
            <translation>Ditemukan pada berkas ini</translation>
        </message>
        <message>
            <source>Nothing amiss was found</source>
            <translation>Tidak ada yang janggal</translation>
        </message>
        <message>
            <source>Not yet known</source>
            <translation>Belum diketahui</translation>
        </message>
        <message>
            <source>p. {pages} +{more}</source>
            <translation>hal {pages} +{more}</translation>
        </message>
        <message>
            <source>p. {pages}</source>
            <translation>hal {pages}</translation>
        </message>
        <message>
            <source>The dossier says now: {answer}</source>
            <translation>Jawaban dossier saat ini: {answer}</translation>
        </message>
        <message>
            <source>{value} is chosen</source>
            <translation>{value} sudah dipilih</translation>
        </message>
        <message>
            <source>Use {value}</source>
            <translation>Pakai {value}</translation>
        </message>
    </context>
    <context>
        <name>GalleryScreen</name>
        <message>
            <source>Components</source>
            <translation>Komponen</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message>
            <source>A field</source>
            <translation>Isian</translation>
        </message>
        <message>
            <source>What is wrong stands beneath the field.</source>
            <translation>Yang salah tertulis di bawah isian.</translation>
        </message>
        <message>
            <source>A list</source>
            <translation>Daftar</translation>
        </message>
        <message>
            <source>A date</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>A question</source>
            <translation>Pertanyaan</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ya</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Tidak</translation>
        </message>
        <message>
            <source>Ticked</source>
            <translation>Dicentang</translation>
        </message>
        <message>
            <source>One sentence that says what happened and what mends it.</source>
            <translation>Satu kalimat yang mengatakan apa yang terjadi dan cara menyelesaikannya.</translation>
        </message>
        <message>
            <source>41 of 100</source>
            <translation>41 dari 100</translation>
        </message>
        <message>
            <source>of 32</source>
            <translation>dari 32</translation>
        </message>
    </context>
    <context>
        <name>GroupCard</name>
        <message numerus="yes">
            <source>%n question(s) that this product does not need</source>
            <translation>
                <numerusform>%n pertanyaan tidak diperlukan produk ini</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HandOut</name>
        <message>
            <source>Print…</source>
            <translation>Cetak…</translation>
        </message>
        <message>
            <source>Keep as a file</source>
            <translation>Simpan sebagai berkas</translation>
        </message>
        <message>
            <source>Findings as PDF…</source>
            <translation>Temuan sebagai PDF…</translation>
        </message>
        <message>
            <source>Checklist as PDF…</source>
            <translation>Daftar periksa sebagai PDF…</translation>
        </message>
        <message>
            <source>Checklist as spreadsheet…</source>
            <translation>Daftar periksa sebagai lembar kerja…</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Registration dossiers for BPOM</source>
            <translation>Dossier registrasi untuk BPOM</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Lainnya</translation>
        </message>
        <message>
            <source>Indonesian</source>
            <translation>Bahasa Indonesia</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Bahasa Inggris</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
    </context>
    <context>
        <name>Held</name>
        <message>
            <source>expired</source>
            <translation>kedaluwarsa</translation>
        </message>
        <message>
            <source>ends before the filing</source>
            <translation>berakhir sebelum pengajuan</translation>
        </message>
        <message>
            <source>ends during evaluation</source>
            <translation>berakhir saat evaluasi</translation>
        </message>
        <message>
            <source>valid</source>
            <translation>berlaku</translation>
        </message>
        <message>
            <source>no last day</source>
            <translation>tanpa hari terakhir</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Berlaku s.d.</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Keadaan</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Sertifikat</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nomor</translation>
        </message>
        <message>
            <source>Asked for by</source>
            <translation>Diminta oleh</translation>
        </message>
        <message>
            <source>Dossier</source>
            <translation>Dossier</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Help: {question}</source>
            <translation>Bantuan: {question}</translation>
        </message>
    </context>
    <context>
        <name>HelpPanel</name>
        <message>
            <source>Help</source>
            <translation>Bantuan</translation>
        </message>
        <message>
            <source>Close the help</source>
            <translation>Tutup bantuan</translation>
        </message>
    </context>
    <context>
        <name>Line</name>
        <message>
            <source>An unusual form; kept all the same. {help}</source>
            <translation>Bentuknya tidak lazim; tetap disimpan. {help}</translation>
        </message>
    </context>
    <context>
        <name>LocalContentTool</name>
        <message>
            <source>Local content (TKDN)</source>
            <translation>TKDN</translation>
        </message>
        <message>
            <source>Self-assessment of a medicine: each item counts with the lines you give it.</source>
            <translation>Penilaian mandiri sebuah obat: setiap rincian dihitung dari baris yang Anda isi.</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>Buka…</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Simpan sebagai…</translation>
        </message>
        <message>
            <source>Sheet to sign…</source>
            <translation>Lembar bertanda tangan…</translation>
        </message>
        <message>
            <source>On the sheet to sign</source>
            <translation>Pada lembar tanda tangan</translation>
        </message>
        <message>
            <source>Value by</source>
            <translation>Nilai menurut</translation>
        </message>
        <message>
            <source>Reading of the regulation</source>
            <translation>Tafsiran peraturan</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Tempel</translation>
        </message>
        <message>
            <source>Remove lines</source>
            <translation>Hapus baris</translation>
        </message>
        <message>
            <source>Type into the empty last line to add one. Space ticks. Cells copied from a spreadsheet can be pasted.</source>
            <translation>Ketik di baris kosong terakhir untuk menambah baris. Spasi mencentang. Sel yang disalin dari lembar kerja dapat ditempel.</translation>
        </message>
        <message>
            <source>Lines of the self-assessment</source>
            <translation>Baris penilaian mandiri</translation>
        </message>
        <message>
            <source>Open a self-assessment</source>
            <translation>Buka penilaian mandiri</translation>
        </message>
        <message>
            <source>Save the self-assessment</source>
            <translation>Simpan penilaian mandiri</translation>
        </message>
        <message>
            <source>Save the sheet to sign</source>
            <translation>Simpan lembar untuk ditandatangani</translation>
        </message>
    </context>
    <context>
        <name>LockBand</name>
        <message>
            <source>Read it anew</source>
            <translation>Baca ulang</translation>
        </message>
        <message>
            <source>Edit it</source>
            <translation>Mulai mengubah</translation>
        </message>
        <message>
            <source>Nobody is editing this dossier now</source>
            <translation>Dossier ini sedang tidak diubah siapa pun</translation>
        </message>
        <message>
            <source>It is open to read; you may begin to edit it.</source>
            <translation>Dossier terbuka untuk dibaca; Anda dapat mulai mengubahnya.</translation>
        </message>
        <message>
            <source>Opened {date}, {time} on {machine}. You can read, check and print.</source>
            <translation>Dibuka {date}, {time} di {machine}. Anda tetap dapat membaca, memeriksa, dan mencetak.</translation>
        </message>
        <message>
            <source>{name} is editing this dossier</source>
            <translation>{name} sedang mengubah dossier ini</translation>
        </message>
    </context>
    <context>
        <name>ManyChoices</name>
        <message>
            <source>Not answered</source>
            <translation>Belum dijawab</translation>
        </message>
    </context>
    <context>
        <name>Mend</name>
        <message>
            <source>Answer</source>
            <translation>Jawab</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Tambah berkas…</translation>
        </message>
        <message>
            <source>Replace file…</source>
            <translation>Ganti berkas…</translation>
        </message>
        <message>
            <source>Fill in</source>
            <translation>Isi</translation>
        </message>
        <message>
            <source>Judge…</source>
            <translation>Putuskan…</translation>
        </message>
        <message>
            <source>Give a reason…</source>
            <translation>Beri alasan…</translation>
        </message>
        <message>
            <source>Choose its place</source>
            <translation>Pilih tempatnya</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Keluarkan</translation>
        </message>
        <message>
            <source>Inspect</source>
            <translation>Periksa</translation>
        </message>
        <message>
            <source>Goes to the question that decides this.</source>
            <translation>Menuju pertanyaan yang menentukannya.</translation>
        </message>
        <message>
            <source>Lets you choose files, and attaches them here.</source>
            <translation>Anda memilih berkas, lalu berkas dilampirkan di sini.</translation>
        </message>
        <message>
            <source>Puts another file in its place; its order and certificate stay.</source>
            <translation>Menaruh berkas lain di tempatnya; urutan dan data sertifikat tetap.</translation>
        </message>
        <message>
            <source>Goes to the field that is to be filled in.</source>
            <translation>Menuju isian yang perlu dilengkapi.</translation>
        </message>
        <message>
            <source>Opens the line for your judgement and its reason.</source>
            <translation>Membuka isian untuk keputusan Anda dan alasannya.</translation>
        </message>
        <message>
            <source>Opens the line for the reason; a letter is made of it.</source>
            <translation>Membuka isian alasan; surat justifikasi dibuat darinya.</translation>
        </message>
        <message>
            <source>Shows the requirements that this file may meet.</source>
            <translation>Menunjukkan persyaratan yang mungkin dipenuhi berkas ini.</translation>
        </message>
        <message>
            <source>Takes the file out of the dossier; undo brings it back.</source>
            <translation>Mengeluarkan berkas dari dossier; dapat diurungkan.</translation>
        </message>
        <message>
            <source>Looks into the files that nobody has inspected.</source>
            <translation>Memeriksa berkas yang belum diperiksa.</translation>
        </message>
    </context>
    <context>
        <name>Mending</name>
        <message>
            <source>Choose files</source>
            <translation>Pilih berkas</translation>
        </message>
        <message>
            <source>Choose the file that takes its place</source>
            <translation>Pilih berkas penggantinya</translation>
        </message>
    </context>
    <context>
        <name>NameStrip</name>
        <message>
            <source>Who is working? The journal signs every change with a name.</source>
            <translation>Siapa yang bekerja? Jurnal mencatat setiap perubahan dengan nama.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Nama Anda</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nanti saja</translation>
        </message>
    </context>
    <context>
        <name>NewForm</name>
        <message>
            <source>New dossier</source>
            <translation>Dossier baru</translation>
        </message>
        <message>
            <source>Its folder holds the answers, your files and the journal. Copy it, and all is copied.</source>
            <translation>Foldernya memuat jawaban, berkas Anda, dan jurnal. Salin foldernya, semua ikut tersalin.</translation>
        </message>
        <message>
            <source>Name of the dossier</source>
            <translation>Nama dossier</translation>
        </message>
        <message>
            <source>for instance Paracetamol Example 500 mg</source>
            <translation>misalnya Parasetamol Contoh 500 mg</translation>
        </message>
        <message>
            <source>What is registered</source>
            <translation>Yang diregistrasi</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Your name, for the journal</source>
            <translation>Nama Anda, untuk jurnal</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
        <message>
            <source>Make the dossier</source>
            <translation>Buat dossier</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nanti saja</translation>
        </message>
        <message>
            <source>Where is it to be kept?</source>
            <translation>Di mana disimpan?</translation>
        </message>
        <message>
            <source>Give the dossier a name.</source>
            <translation>Beri nama dossier ini.</translation>
        </message>
        <message>
            <source>Choose a folder for it.</source>
            <translation>Pilih foldernya.</translation>
        </message>
        <message>
            <source>Write your name; the journal signs with it.</source>
            <translation>Tulis nama Anda; jurnal mencatat dengan nama itu.</translation>
        </message>
    </context>
    <context>
        <name>NextDays</name>
        <message>
            <source>What comes next</source>
            <translation>Tanggal penting berikutnya</translation>
        </message>
        <message>
            <source>in the dossiers opened last</source>
            <translation>dari dossier yang terakhir dibuka</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n hari lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpenDecisions</name>
        <message>
            <source>Needs your decision</source>
            <translation>Perlu keputusan Anda</translation>
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation>Tidak ada yang terbuka.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Tampilkan</translation>
        </message>
    </context>
    <context>
        <name>OpenNotice</name>
        <message numerus="yes">
            <source>%n document(s) wait for a decision</source>
            <translation>
                <numerusform>%n dokumen menunggu keputusan</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer now</source>
            <translation>Jawab sekarang</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>Open a dossier folder</source>
            <translation>Buka folder dossier</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translation>Ambil alih</translation>
        </message>
        <message>
            <source>Open to read</source>
            <translation>Baca saja</translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message>
            <source>Met</source>
            <translation>Terpenuhi</translation>
        </message>
        <message>
            <source>Judged</source>
            <translation>Sudah dinilai</translation>
        </message>
        <message>
            <source>Excused</source>
            <translation>Diberi alasan</translation>
        </message>
        <message>
            <source>Deferred</source>
            <translation>Ditunda</translation>
        </message>
        <message>
            <source>Not asked for</source>
            <translation>Tidak diminta</translation>
        </message>
        <message>
            <source>Needs an answer</source>
            <translation>Perlu jawaban</translation>
        </message>
        <message>
            <source>Needs your judgement</source>
            <translation>Perlu penilaian</translation>
        </message>
        <message>
            <source>Not met</source>
            <translation>Belum terpenuhi</translation>
        </message>
        <message>
            <source>Blocker</source>
            <translation>Penghalang</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Peringatan</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>Saran</translation>
        </message>
    </context>
    <context>
        <name>Outline</name>
        <message>
            <source>Filter</source>
            <translation>Saring</translation>
        </message>
        <message>
            <source>Filter sections</source>
            <translation>Saring bagian</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Yang kurang</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>Bagian dossier</translation>
        </message>
        <message>
            <source>Tray</source>
            <translation>Baki</translation>
        </message>
        <message>
            <source>Tray: not placed yet</source>
            <translation>Baki: belum ditempatkan</translation>
        </message>
        <message numerus="yes">
            <source>Tray: %n file(s) not placed yet</source>
            <translation>
                <numerusform>Baki: %n berkas belum ditempatkan</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutlineDelegate</name>
        <message>
            <source>Part {code}</source>
            <translation>Bagian {code}</translation>
        </message>
        <message>
            <source>Part {code} · {title}</source>
            <translation>Bagian {code} · {title}</translation>
        </message>
        <message>
            <source>Part {code} · not asked for</source>
            <translation>Bagian {code} · tidak diminta</translation>
        </message>
        <message>
            <source>to answer</source>
            <translation>perlu jawaban</translation>
        </message>
    </context>
    <context>
        <name>OutlineModel</name>
        <message>
            <source>{settled} of {asked}</source>
            <translation>{settled} dari {asked}</translation>
        </message>
    </context>
    <context>
        <name>PackageScreen</name>
        <message>
            <source>Contents of each upload slot</source>
            <translation>Isi per slot unggah</translation>
        </message>
        <message>
            <source>Upload slots</source>
            <translation>Slot unggah</translation>
        </message>
        <message>
            <source>Package {number}</source>
            <translation>Paket {number}</translation>
        </message>
        <message>
            <source>Limit {size} for each file</source>
            <translation>Batas {size} setiap berkas</translation>
        </message>
        <message numerus="yes">
            <source>upload slot(s)</source>
            <translation>
                <numerusform>slot unggah</numerusform>
            </translation>
        </message>
        <message>
            <source>documents</source>
            <translation>dokumen</translation>
        </message>
        <message>
            <source>pages</source>
            <translation>halaman</translation>
        </message>
        <message>
            <source>size</source>
            <translation>ukuran</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>step</source>
            <translation>langkah</translation>
        </message>
        <message>
            <source>tool</source>
            <translation>alat bantu</translation>
        </message>
        <message>
            <source>recent dossier</source>
            <translation>dossier terakhir</translation>
        </message>
        <message>
            <source>file</source>
            <translation>berkas</translation>
        </message>
        <message>
            <source>question</source>
            <translation>pertanyaan</translation>
        </message>
        <message>
            <source>Section, requirement, file or command</source>
            <translation>Bagian, persyaratan, berkas, atau perintah</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>Cari apa saja</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Hasil</translation>
        </message>
        <message>
            <source>Nothing is called that. Try fewer letters.</source>
            <translation>Tidak ada yang bernama begitu. Coba lebih sedikit huruf.</translation>
        </message>
    </context>
    <context>
        <name>PaperRow</name>
        <message>
            <source>attached</source>
            <translation>sudah dilampirkan</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Pratinjau</translation>
        </message>
        <message>
            <source>Edit the text</source>
            <translation>Ubah teks</translation>
        </message>
        <message>
            <source>Attach anew</source>
            <translation>Lampirkan ulang</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>Lampirkan</translation>
        </message>
    </context>
    <context>
        <name>PaperText</name>
        <message>
            <source>Names in braces are filled in from the answers.</source>
            <translation>Nama dalam kurung kurawal diisi dari jawaban.</translation>
        </message>
        <message>
            <source>Language of the letter</source>
            <translation>Bahasa surat</translation>
        </message>
        <message>
            <source>Text of the letter</source>
            <translation>Teks surat</translation>
        </message>
        <message>
            <source>Keep this text</source>
            <translation>Simpan teks ini</translation>
        </message>
        <message>
            <source>Back to the program's text</source>
            <translation>Kembali ke teks bawaan</translation>
        </message>
    </context>
    <context>
        <name>PapersCard</name>
        <message>
            <source>Letters and forms</source>
            <translation>Surat dan formulir</translation>
        </message>
        <message>
            <source>Written from the answers, with your letterhead and text.</source>
            <translation>Ditulis dari jawaban, dengan kop surat dan teks Anda.</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>Lipat</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Tampilkan</translation>
        </message>
        <message>
            <source>Letterhead image…</source>
            <translation>Gambar kop surat…</translation>
        </message>
        <message>
            <source>Without an image</source>
            <translation>Tanpa gambar</translation>
        </message>
        <message>
            <source>Image of your letterhead</source>
            <translation>Gambar kop surat Anda</translation>
        </message>
    </context>
    <context>
        <name>PartRow</name>
        <message>
            <source>not asked for</source>
            <translation>tidak diminta</translation>
        </message>
    </context>
    <context>
        <name>PartShare</name>
        <message>
            <source>Part {part}</source>
            <translation>Bagian {part}</translation>
        </message>
        <message>
            <source>{settled} of {asked}</source>
            <translation>{settled} dari {asked}</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>tidak diminta</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>This file is locked with a password.</source>
            <translation>Berkas ini terkunci kata sandi.</translation>
        </message>
        <message>
            <source>This file is damaged: no page can be read.</source>
            <translation>Berkas ini rusak: tidak ada halaman yang dapat dibaca.</translation>
        </message>
        <message>
            <source>The file is no longer in the dossier's folder.</source>
            <translation>Berkas ini tidak ada lagi di folder dossier.</translation>
        </message>
        <message>
            <source>Reading this file took too long.</source>
            <translation>Berkas ini terlalu lama dibaca.</translation>
        </message>
        <message>
            <source>{file}, page {page} of {pages}</source>
            <translation>{file}, halaman {page} dari {pages}</translation>
        </message>
        <message>
            <source>No program on this machine opened the file.</source>
            <translation>Tidak ada program di komputer ini yang membuka berkas itu.</translation>
        </message>
        <message>
            <source>No file chosen</source>
            <translation>Belum ada berkas dipilih</translation>
        </message>
        <message>
            <source>Open a copy in its own program</source>
            <translation>Buka salinannya di program lain</translation>
        </message>
        <message>
            <source>Hide the preview (Ctrl+P)</source>
            <translation>Sembunyikan pratinjau (Ctrl+P)</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n hal</numerusform>
            </translation>
        </message>
        <message>
            <source>signed</source>
            <translation>bertanda tangan</translation>
        </message>
        <message>
            <source>{count} bookmarks</source>
            <translation>{count} penanda buku</translation>
        </message>
        <message>
            <source>Choose a file to see its pages here.</source>
            <translation>Pilih berkas untuk melihat halamannya di sini.</translation>
        </message>
        <message>
            <source>Pages are shown of PDF, JPEG and PNG files. This is {kind}.</source>
            <translation>Pratinjau tersedia untuk berkas PDF, JPEG, dan PNG. Berkas ini {kind}.</translation>
        </message>
        <message>
            <source>Reading the file…</source>
            <translation>Membaca berkas…</translation>
        </message>
    </context>
    <context>
        <name>ReceiptCard</name>
        <message>
            <source>Receipt of {number}</source>
            <translation>Tanda terima {number}</translation>
        </message>
        <message>
            <source>Registration number</source>
            <translation>Nomor registrasi</translation>
        </message>
        <message>
            <source>from the portal</source>
            <translation>dari portal</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Tanggal terima</translation>
        </message>
        <message>
            <source>Payment order (SPB)</source>
            <translation>Nomor SPB</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>SPB terbit</translation>
        </message>
        <message>
            <source>Paid on</source>
            <translation>Dibayar</translation>
        </message>
    </context>
    <context>
        <name>RecentsModel</name>
        <message>
            <source>Part {part}: {settled} of {asked}</source>
            <translation>Bagian {part}: {settled} dari {asked}</translation>
        </message>
        <message>
            <source>opened by {name}</source>
            <translation>dibuka oleh {name}</translation>
        </message>
        <message>
            <source>Ready to pack</source>
            <translation>Siap dikemas</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>hari ini {time}</translation>
        </message>
        <message>
            <source>yesterday {time}</source>
            <translation>kemarin {time}</translation>
        </message>
    </context>
    <context>
        <name>RequirementCard</name>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n berkas</numerusform>
            </translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>s.d. {date}</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n hal</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoundLine</name>
        <message>
            <source>Round {number}, asked on {day}</source>
            <translation>Permintaan ke-{number}, {day}</translation>
        </message>
        <message>
            <source>Answered on</source>
            <translation>Dijawab</translation>
        </message>
        <message>
            <source>Remove this round</source>
            <translation>Hapus permintaan ini</translation>
        </message>
    </context>
    <context>
        <name>RoundsCard</name>
        <message>
            <source>Additional data</source>
            <translation>Data tambahan</translation>
        </message>
        <message>
            <source>While data are asked for, the authority's clock stands still and yours runs.</source>
            <translation>Selama data diminta, waktu BPOM berhenti dan waktu Anda berjalan.</translation>
        </message>
        <message>
            <source>Asked for on</source>
            <translation>Diminta tanggal</translation>
        </message>
        <message>
            <source>Note the request</source>
            <translation>Catat permintaan</translation>
        </message>
        <message>
            <source>Write the day first.</source>
            <translation>Tulis tanggalnya lebih dahulu.</translation>
        </message>
    </context>
    <context>
        <name>RuleList</name>
        <message>
            <source>Narrow the list</source>
            <translation>Saring daftar</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>Tenggat</translation>
        </message>
        <message>
            <source>No deadline has these words.</source>
            <translation>Tidak ada tenggat dengan kata ini.</translation>
        </message>
        <message>
            <source>from: {event}</source>
            <translation>sejak: {event}</translation>
        </message>
    </context>
    <context>
        <name>RuleSetCard</name>
        <message>
            <source>{value} with evidence</source>
            <translation>{value} dengan bukti</translation>
        </message>
    </context>
    <context>
        <name>RuleSets</name>
        <message>
            <source>By every reading of the regulation</source>
            <translation>Menurut setiap tafsiran peraturan</translation>
        </message>
        <message>
            <source>To be noticed</source>
            <translation>Perlu diperhatikan</translation>
        </message>
    </context>
    <context>
        <name>SectionHead</name>
        <message>
            <source>Show the outline</source>
            <translation>Tampilkan kerangka</translation>
        </message>
        <message>
            <source>Branches of this section</source>
            <translation>Cabang bagian ini</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Pratinjau</translation>
        </message>
        <message>
            <source>Tray: not placed yet</source>
            <translation>Baki: belum ditempatkan</translation>
        </message>
        <message>
            <source>{settled} of {asked} met</source>
            <translation>{settled} dari {asked} terpenuhi</translation>
        </message>
        <message>
            <source>Nothing is missing any more.</source>
            <translation>Tidak ada lagi yang kurang.</translation>
        </message>
    </context>
    <context>
        <name>SectionView</name>
        <message>
            <source>Every file has its place.</source>
            <translation>Semua berkas sudah punya tempat.</translation>
        </message>
        <message>
            <source>Nothing is asked for here.</source>
            <translation>Tidak ada yang diminta di sini.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more file(s)</source>
            <translation>
                <numerusform>dan %n berkas lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SentCard</name>
        <message>
            <source>Once all is uploaded, close the sequence: what was sent is kept as it was.</source>
            <translation>Setelah semua diunggah, tutup urutan ini: yang dikirim tersimpan apa adanya.</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>Tanggal kirim</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>Sequence {number}</source>
            <translation>Urutan {number}</translation>
        </message>
        <message>
            <source>Close sequence {number}</source>
            <translation>Tutup urutan {number}</translation>
        </message>
        <message>
            <source>Write the day on which it was sent.</source>
            <translation>Tulis tanggal pengirimannya.</translation>
        </message>
    </context>
    <context>
        <name>ShelfLifeTool</name>
        <message>
            <source>Shelf life left at import</source>
            <translation>Sisa masa simpan saat impor</translation>
        </message>
        <message>
            <source>Whether batches may still come in on the day they arrive.</source>
            <translation>Apakah bets masih boleh masuk pada hari tibanya.</translation>
        </message>
        <message>
            <source>Planned day of import</source>
            <translation>Rencana tanggal impor</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Aturan</translation>
        </message>
        <message>
            <source>Batches</source>
            <translation>Bets</translation>
        </message>
        <message>
            <source>What the rule says</source>
            <translation>Menurut aturan</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Tempel</translation>
        </message>
        <message>
            <source>Remove lines</source>
            <translation>Hapus baris</translation>
        </message>
        <message>
            <source>Write or paste the batches at the left: number, made on, expires on.</source>
            <translation>Tulis atau tempel bets: nomor, tanggal dibuat, tanggal kedaluwarsa.</translation>
        </message>
        <message>
            <source>Batch {batch}: write the day it expires.</source>
            <translation>Bets {batch}: tulis tanggal kedaluwarsanya.</translation>
        </message>
        <message>
            <source>Batch {batch} cannot be judged yet</source>
            <translation>Bets {batch} belum dapat dinilai</translation>
        </message>
        <message>
            <source>Batch {batch} may come in</source>
            <translation>Bets {batch} boleh masuk</translation>
        </message>
        <message>
            <source>Batch {batch} is too old on that day</source>
            <translation>Bets {batch} terlalu tua pada hari itu</translation>
        </message>
        <message>
            <source>{left} of {whole} days are left on {day}.</source>
            <translation>Tersisa {left} dari {whole} hari pada {day}.</translation>
        </message>
        <message>
            <source>Write the day it was made: the rule asks for a part of the whole life.</source>
            <translation>Tulis tanggal pembuatannya: aturan meminta bagian dari seluruh masa simpan.</translation>
        </message>
        <message>
            <source>This is exactly the border: {day} is the last day.</source>
            <translation>Tepat di batas: {day} adalah hari terakhir.</translation>
        </message>
        <message numerus="yes">
            <source>It may come in until {day}, %n day(s) later.</source>
            <translation>
                <numerusform>Boleh masuk sampai {day}, %n hari kemudian.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The last day was {day}, %n day(s) earlier.</source>
            <translation>
                <numerusform>Hari terakhirnya {day}, %n hari sebelumnya.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShipmentsTool</name>
        <message>
            <source>Shipments</source>
            <translation>Kiriman impor</translation>
        </message>
        <message>
            <source>Each import needs a permit of its own; each is a dossier with its own papers.</source>
            <translation>Setiap impor memerlukan SKI sendiri; setiap kiriman adalah dossier dengan dokumennya sendiri.</translation>
        </message>
        <message>
            <source>New shipment…</source>
            <translation>Kiriman baru…</translation>
        </message>
        <message>
            <source>No shipment yet</source>
            <translation>Belum ada kiriman</translation>
        </message>
        <message>
            <source>Begin one as a new dossier and choose the import permit; its batches are judged on the day they come in, and it stands here.</source>
            <translation>Mulailah sebagai dossier baru dan pilih Surat Keterangan Impor; betsnya dinilai pada hari masuknya, dan kirimannya tampil di sini.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Buka {name}</translation>
        </message>
        <message>
            <source>comes in on {day}</source>
            <translation>masuk {day}</translation>
        </message>
        <message>
            <source>applied for on {day}</source>
            <translation>diajukan {day}</translation>
        </message>
        <message>
            <source>no batch yet</source>
            <translation>belum ada bets</translation>
        </message>
        <message>
            <source>a day is missing</source>
            <translation>ada tanggal yang kurang</translation>
        </message>
        <message>
            <source>{fresh} of {all} batches fresh enough</source>
            <translation>{fresh} dari {all} bets memenuhi</translation>
        </message>
    </context>
    <context>
        <name>SlotForm</name>
        <message>
            <source>{slot} is sent as</source>
            <translation>{slot} dikirim sebagai</translation>
        </message>
        <message>
            <source>Zip of the originals</source>
            <translation>Zip berkas asli</translation>
        </message>
        <message>
            <source>One bound PDF</source>
            <translation>Satu PDF terjilid</translation>
        </message>
        <message>
            <source>How the slot is sent</source>
            <translation>Bentuk pengiriman slot</translation>
        </message>
    </context>
    <context>
        <name>Slots</name>
        <message>
            <source>Slot</source>
            <translation>Slot</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>Bagian</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Isi</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Berkas</translation>
        </message>
        <message>
            <source>Doc.</source>
            <translation>Dok.</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Halaman</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Ukuran</translation>
        </message>
        <message>
            <source>of the limit</source>
            <translation>dari batas</translation>
        </message>
    </context>
    <context>
        <name>Sought</name>
        <message>
            <source>Help me find…</source>
            <translation>Bantu temukan…</translation>
        </message>
        <message>
            <source>Help me find: {question}</source>
            <translation>Bantu temukan: {question}</translation>
        </message>
    </context>
    <context>
        <name>Standing</name>
        <message>
            <source>Product</source>
            <translation>Produk</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumen</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Pemeriksaan</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>Paket</translation>
        </message>
        <message>
            <source>Filing</source>
            <translation>Pengajuan</translation>
        </message>
        <message>
            <source>%n undecided</source>
            <translation>%n belum pasti</translation>
        </message>
        <message>
            <source>ready to pack</source>
            <translation>siap dikemas</translation>
        </message>
        <message>
            <source>not complete yet</source>
            <translation>belum lengkap</translation>
        </message>
        <message>
            <source>no date yet</source>
            <translation>belum bertanggal</translation>
        </message>
        <message>
            <source>planned {date}</source>
            <translation>rencana {date}</translation>
        </message>
    </context>
    <context>
        <name>StartScreen</name>
        <message>
            <source>Opened last</source>
            <translation>Terakhir dibuka</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Help for this screen</source>
            <translation>Bantuan layar ini</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Tersimpan {time}</translation>
        </message>
        <message>
            <source>Open to read only</source>
            <translation>Hanya baca</translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message>
            <source>of {asked}</source>
            <translation>dari {asked}</translation>
        </message>
        <message>
            <source>{settled} of {asked} documents</source>
            <translation>{settled} dari {asked} dokumen</translation>
        </message>
        <message numerus="yes">
            <source>%n blocker(s)</source>
            <translation>
                <numerusform>%n penghalang</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n peringatan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n suggestion(s)</source>
            <translation>
                <numerusform>%n saran</numerusform>
            </translation>
        </message>
        <message>
            <source>Ready to pack</source>
            <translation>Siap dikemas</translation>
        </message>
        <message>
            <source>Cannot be packed yet</source>
            <translation>Belum dapat dikemas</translation>
        </message>
        <message>
            <source>Not complete yet</source>
            <translation>Belum lengkap</translation>
        </message>
        <message>
            <source>Nothing stands in the way of the package.</source>
            <translation>Tidak ada yang menghalangi paket.</translation>
        </message>
        <message numerus="yes">
            <source>%n blocker(s) must be settled first.</source>
            <translation>
                <numerusform>%n penghalang harus diselesaikan lebih dahulu.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) could not be run.</source>
            <translation>
                <numerusform>%n pemeriksaan tidak dapat dijalankan.</numerusform>
            </translation>
        </message>
        <message>
            <source>Some documents are missing, or wait for an answer.</source>
            <translation>Beberapa dokumen belum ada atau menunggu jawaban.</translation>
        </message>
        <message>
            <source>Checks: {passed} passed, {failed} failed, {left} not run, {apart} not applicable</source>
            <translation>Pemeriksaan: {passed} lolos, {failed} gagal, {left} tidak dijalankan, {apart} tidak berlaku</translation>
        </message>
    </context>
    <context>
        <name>SummaryLine</name>
        <message numerus="yes">
            <source>%n document(s), {open} undecided</source>
            <translation>
                <numerusform>%n dokumen, {open} belum diputuskan</numerusform>
            </translation>
        </message>
        <message>
            <source>What this means for the dossier</source>
            <translation>Artinya bagi dossier ini</translation>
        </message>
    </context>
    <context>
        <name>Toolbar</name>
        <message>
            <source>Fit the width</source>
            <translation>Selebar panel</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>Satu halaman penuh</translation>
        </message>
        <message>
            <source>Small pages at the side</source>
            <translation>Halaman kecil di samping</translation>
        </message>
        <message>
            <source>Find in this file (Ctrl+F)</source>
            <translation>Cari dalam berkas ini (Ctrl+F)</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Halaman sebelumnya</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Halaman berikutnya</translation>
        </message>
        <message>
            <source>Smaller (Ctrl+-)</source>
            <translation>Perkecil (Ctrl+-)</translation>
        </message>
        <message>
            <source>Larger (Ctrl++)</source>
            <translation>Perbesar (Ctrl++)</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Halaman</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Halaman {page} dari {pages}</translation>
        </message>
        <message>
            <source>Zoom: {zoom}</source>
            <translation>Perbesaran: {zoom}</translation>
        </message>
    </context>
    <context>
        <name>Tools</name>
        <message>
            <source>Local content (TKDN)</source>
            <translation>TKDN</translation>
        </message>
        <message>
            <source>How much is made in Indonesia</source>
            <translation>Seberapa banyak buatan Indonesia</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>Tarif</translation>
        </message>
        <message>
            <source>State fees of a registration</source>
            <translation>Tarif PNBP registrasi</translation>
        </message>
        <message>
            <source>Shelf life at import</source>
            <translation>Masa simpan saat impor</translation>
        </message>
        <message>
            <source>Are batches fresh enough?</source>
            <translation>Apakah bets masih memenuhi?</translation>
        </message>
        <message>
            <source>Shipments</source>
            <translation>Kiriman impor</translation>
        </message>
        <message>
            <source>Import permits, one a shipment</source>
            <translation>SKI, satu tiap kiriman</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>Sertifikat</translation>
        </message>
        <message>
            <source>What expires when</source>
            <translation>Apa berakhir kapan</translation>
        </message>
        <message>
            <source>Authorisation and reports</source>
            <translation>Izin edar dan laporan</translation>
        </message>
        <message>
            <source>Renewal, half-year reports</source>
            <translation>Registrasi ulang, laporan berkala</translation>
        </message>
        <message>
            <source>Variations</source>
            <translation>Variasi</translation>
        </message>
        <message>
            <source>Category, documents</source>
            <translation>Kategori, dokumen</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>Tenggat</translation>
        </message>
        <message>
            <source>When something falls due</source>
            <translation>Kapan jatuh tempo</translation>
        </message>
    </context>
    <context>
        <name>ToolsScreen</name>
        <message>
            <source>Tools</source>
            <translation>Alat bantu</translation>
        </message>
        <message>
            <source>All dossiers</source>
            <translation>Semua dossier</translation>
        </message>
    </context>
    <context>
        <name>Totals</name>
        <message>
            <source>claimed</source>
            <translation>diklaim</translation>
        </message>
        <message>
            <source>with evidence</source>
            <translation>dengan bukti</translation>
        </message>
    </context>
    <context>
        <name>UploadDelegate</name>
        <message>
            <source>uploaded {time}</source>
            <translation>diunggah {time}</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>Salin jalur</translation>
        </message>
    </context>
    <context>
        <name>UploadsModel</name>
        <message>
            <source>uploaded {time}</source>
            <translation>diunggah {time}</translation>
        </message>
    </context>
    <context>
        <name>VariationsTool</name>
        <message>
            <source>Variations</source>
            <translation>Variasi</translation>
        </message>
        <message>
            <source>Tick what changes in an approved product.</source>
            <translation>Centang apa yang berubah pada produk yang sudah disetujui.</translation>
        </message>
        <message>
            <source>Tick one or more changes at the left; category and documents appear here.</source>
            <translation>Centang satu atau beberapa perubahan; kategori dan dokumennya tampil di sini.</translation>
        </message>
        <message>
            <source>To be filed as</source>
            <translation>Diajukan sebagai</translation>
        </message>
        <message>
            <source>Category in which it is filed</source>
            <translation>Kategori pengajuannya</translation>
        </message>
        <message>
            <source>Copy the codes</source>
            <translation>Salin kode</translation>
        </message>
        <message>
            <source>What the changes reach</source>
            <translation>Yang terkena perubahan</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumen</translation>
        </message>
        <message>
            <source>What it reaches was not found in a source; judge it yourself.</source>
            <translation>Cakupannya tidak ditemukan di sumber; nilailah sendiri.</translation>
        </message>
        <message>
            <source>needed</source>
            <translation>diperlukan</translation>
        </message>
        <message>
            <source>to be settled</source>
            <translation>perlu diputuskan</translation>
        </message>
    </context>
    <context>
        <name>WaitingCard</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n hal</numerusform>
            </translation>
        </message>
        <message>
            <source>Take out {file}</source>
            <translation>Keluarkan {file}</translation>
        </message>
        <message>
            <source>Which requirement does it meet?</source>
            <translation>Persyaratan mana yang dipenuhinya?</translation>
        </message>
        <message>
            <source>Find another requirement by a few letters</source>
            <translation>Cari persyaratan lain dengan beberapa huruf</translation>
        </message>
        <message>
            <source>Another requirement for {file}</source>
            <translation>Persyaratan lain untuk {file}</translation>
        </message>
        <message>
            <source>Lies in “{place}”, where several documents are asked for.</source>
            <translation>Berada di “{place}”, yang meminta beberapa dokumen.</translation>
        </message>
        <message>
            <source>Lies in the set “{place}”, and is not yet one of its documents.</source>
            <translation>Berada di kelompok “{place}”, tetapi belum menjadi salah satu dokumennya.</translation>
        </message>
        <message>
            <source>Lies at “{place}”, which there is once for each branch now.</source>
            <translation>Berada di “{place}”, yang kini ada untuk setiap cabang.</translation>
        </message>
        <message>
            <source>“{place}” is not asked for. The file waits until you decide.</source>
            <translation>“{place}” tidak diminta. Berkas menunggu keputusan Anda.</translation>
        </message>
    </context>
    <context>
        <name>Ways</name>
        <message>
            <source>Begin</source>
            <translation>Mulai</translation>
        </message>
        <message>
            <source>New dossier…</source>
            <translation>Dossier baru…</translation>
        </message>
        <message>
            <source>Begins with a few questions</source>
            <translation>Mulai dari beberapa pertanyaan</translation>
        </message>
        <message>
            <source>Open a dossier…</source>
            <translation>Buka dossier…</translation>
        </message>
        <message>
            <source>From this laptop or a shared folder</source>
            <translation>Dari laptop atau folder bersama</translation>
        </message>
        <message>
            <source>Try the sample</source>
            <translation>Coba contoh</translation>
        </message>
        <message>
            <source>A whole dossier in one click</source>
            <translation>Dossier lengkap, sekali klik</translation>
        </message>
        <message>
            <source>Everything works without the internet. Your files stay on this laptop and are kept at every step.</source>
            <translation>Semua bekerja tanpa internet. Berkas Anda tetap di laptop ini dan tersimpan pada setiap langkah.</translation>
        </message>
    </context>
    <context>
        <name>While</name>
        <message>
            <source>The package is being made</source>
            <translation>Paket sedang dibuat</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
        </message>
    </context>
    <context>
        <name>YesNo</name>
        <message>
            <source>Yes</source>
            <translation>Ya</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Tidak</translation>
        </message>
        <message>
            <source>A document waits for this answer</source>
            <translation>Ada dokumen yang menunggu jawaban ini</translation>
        </message>
    </context>
    <context>
        <name>ZipCard</name>
        <message>
            <source>Copy as .zip</source>
            <translation>Salinan .zip</translation>
        </message>
        <message>
            <source>It lies beside the package.</source>
            <translation>Tersimpan di samping paket.</translation>
        </message>
        <message>
            <source>The whole package in one file, to send round or to keep.</source>
            <translation>Seluruh paket dalam satu berkas, untuk dikirim atau disimpan.</translation>
        </message>
        <message>
            <source>Write the .zip</source>
            <translation>Tulis .zip</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
</TS>
